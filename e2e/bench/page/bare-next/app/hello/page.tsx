/** The least that a dynamic page of Next can be. */
export const dynamic = 'force-dynamic';

export default function Page() {
  return <p>Hello</p>;
}

import { onlyRedirect } from '../do-nothing.ts';

export const dynamic = 'force-dynamic';

export default function Page() {
  return (
    <form action={onlyRedirect}>
      <button type="submit">Send</button>
    </form>
  );
}

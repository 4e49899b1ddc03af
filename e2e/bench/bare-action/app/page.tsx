import { doNothing } from './do-nothing.ts';

/** What accepting a lead is measured against: the least that a form with a server action can be. */
export const dynamic = 'force-dynamic';

export default function Page() {
  return (
    <form action={doNothing}>
      <button type="submit">Send</button>
    </form>
  );
}

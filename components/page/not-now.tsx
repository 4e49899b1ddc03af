import { Notice } from './notice.tsx';

/** While the database is away. What was confirmed before is on disk, so that much can be promised. */
export function NotNow() {
  return (
    <Notice title="We cannot look this up right now">
      The fault is ours, and your inquiry is safe. Please load this page again in a minute.
    </Notice>
  );
}

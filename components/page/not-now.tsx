import type { Texts } from '#lib/language/texts.ts';
import { Notice } from './notice.tsx';

/** While the database is away. What was confirmed before is on disk, so that much can be promised. */
export function NotNow({ texts: { notices } }: { texts: Pick<Texts, 'notices'> }) {
  return <Notice title={notices.notNow}>{notices.notNowText}</Notice>;
}

import type { Texts } from '#lib/language/texts.ts';
import { Notice } from './notice.tsx';
import { PageTheme } from './page-theme.tsx';

/** While the database is away. What was confirmed before is on disk, so that much can be promised. */
export function NotNow({ texts: { notices } }: { texts: Pick<Texts, 'notices'> }) {
  return (
    <>
      <PageTheme />
      <Notice title={notices.notNow}>{notices.notNowText}</Notice>
    </>
  );
}

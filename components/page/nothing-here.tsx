import type { Texts } from '#lib/language/texts.ts';
import { Notice } from './notice.tsx';
import { PageTheme } from './page-theme.tsx';

export function NothingHere({ texts: { notices } }: { texts: Pick<Texts, 'notices'> }) {
  return (
    <>
      <PageTheme />
      <Notice title={notices.nothingHere}>
        {notices.nothingHereText} <a href="/">{notices.seeAll}</a>.
      </Notice>
    </>
  );
}

import { type Language, textsIn } from '#lib/language/languages.ts';
import type { Texts } from '#lib/language/texts.ts';

interface Props {
  languages: readonly Language[];
  present: Language;
  texts: Pick<Texts, 'page'>;
  /** What else the address says, from the second name on. */
  suffix?: string;
}

/** The same page in another language, where nothing was typed that could be lost. */
export function LanguageLinks({ languages, present, texts, suffix = '' }: Props) {
  if (languages.length < 2) return null;
  return (
    <nav aria-label={texts.page.chooseLanguage} className="flex flex-wrap gap-x-4 text-sm">
      {languages.map((code) => (
        <a
          key={code}
          href={`?lang=${code}${suffix}`}
          lang={code}
          aria-current={code === present ? 'true' : undefined}
          className="inline-flex min-h-11 items-center text-accent-ink underline underline-offset-4 aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:no-underline"
        >
          {textsIn(code).name}
        </a>
      ))}
    </nav>
  );
}

import type { Texts } from '#lib/language/texts.ts';

/** Nobody may mistake the demo for the real thing. */
export function DemoBanner({ texts }: { texts: Pick<Texts['page'], 'demo' | 'demoNotice'> }) {
  return (
    <aside aria-label={texts.demo} className="bg-notice-wash px-5 py-2 text-center text-notice text-sm">
      <strong className="font-semibold">{texts.demo}</strong> {texts.demoNotice}
    </aside>
  );
}

/**
 * Keeps on this device by which link a person came first, and tells it when they send a form after having come another
 * way: an advertisement that was seen in May brought the lead of June. Only where the browser allows to keep anything; a
 * frame's memory is a different one for each website around it.
 *
 * Sent to the browser as its source, see early-script.ts.
 */
export function rememberFirstTouch(): void {
  const lastsMs = 90 * 24 * 60 * 60 * 1_000;
  const form = document.querySelector<HTMLFormElement>('form[data-draft]');
  const key = `guestcard:first:${form?.dataset.draft}`;
  type Kept = { at: number; fields: [name: string, value: string][] };

  // Storage may be blocked, full or absent; then only the present link is known.
  const attempt = <T>(use: () => T) => {
    try {
      return use();
    } catch (error) {
      if (!(error instanceof Error)) throw error;
    }
  };
  const known = (): Kept | undefined => {
    const kept = attempt(() => JSON.parse(localStorage.getItem(key) ?? 'null'));
    return kept && Date.now() - kept.at < lastsMs ? kept : undefined;
  };
  const present = () =>
    [...new FormData(form ?? undefined)].filter(([name]) =>
      /^(source|utm_\w+)$/.test(name),
    ) as Kept['fields'];
  const keep = () => {
    const fields = present();
    if (fields.length > 0 && !known())
      attempt(() => localStorage.setItem(key, JSON.stringify({ at: Date.now(), fields })));
  };
  const tell = () => {
    const first = known();
    const place = document.getElementById('visit');
    if (!first || !place || place.querySelector('[name=gc_first_at]')) return;
    if (JSON.stringify(first.fields) === JSON.stringify(present())) return;
    for (const [name, value] of [['at', String(first.at)], ...first.fields]) {
      const field = document.createElement('input');
      Object.assign(field, { type: 'hidden', name: `gc_first_${name}`, value });
      place.append(field);
    }
  };

  addEventListener(
    'submit',
    () => {
      tell();
      keep();
    },
    true,
  );
  addEventListener('pagehide', keep);
}

import type { mergeVisit } from './merge-visit.ts';

/**
 * The frame's side of the conversation with the page around it, which `public/embed.js` holds there. It speaks to nobody
 * but one of the property's websites, never of what is typed, and works without an answer.
 *
 * Sent to the browser as its source, see early-script.ts.
 */
export function talkToParent(merge: typeof mergeVisit): void {
  const { property, websites = '' } = document.getElementById('early')?.dataset ?? {};
  if (!property || parent === window) return;
  const mayFrame = [location.origin, ...websites.split(' ')];
  /** The origin around us, once it has said hello. */
  let website: string | undefined;
  let height = 0;
  // Who is told what is wrong began before.
  let started = Boolean(document.getElementById('problem'));
  const waiting: object[] = [];

  const tell = (type: string, facts: object = {}) => {
    const message = { type: `guestcard:${type}`, v: 1, property, ...facts };
    if (website) parent.postMessage(message, website);
    else waiting.push(message);
  };

  // The body's own box: what scrolls would never again be less than the frame.
  const measure = () => {
    const now = Math.ceil(document.body.getBoundingClientRect().height);
    if (!website || now < 1 || Math.abs(now - height) < 2) return;
    height = now;
    tell('height', { height });
  };
  const start = ({ target }: { target: EventTarget | null }) => {
    if (started || !(target as Element).closest('form[data-draft]')) return;
    started = true;
    tell('start');
  };

  const setField = (name: string, value: string) => {
    const place = document.getElementById('visit');
    const field =
      place?.querySelector<HTMLInputElement>(`[name="${name}"]`) ?? document.createElement('input');
    // As attributes, which are what a form that is emptied goes back to.
    for (const [key, text] of Object.entries({ type: 'hidden', name, value })) field.setAttribute(key, text);
    place?.append(field);
  };
  const greet = (origin: string) => {
    website = origin;
    setField('embed_origin', origin);
    const early = waiting.splice(0);
    tell('ready');
    measure();
    for (const message of early) parent.postMessage(message, origin);
  };

  const isFilled = () =>
    [...document.querySelectorAll<HTMLInputElement>('form[data-draft] :is(input, textarea)')].some(
      ({ type, value, defaultValue, checked, defaultChecked }) =>
        /radio|checkbox/.test(type) ? checked !== defaultChecked : value !== defaultValue,
    );

  const hearOfVisit = (query: string, options: Record<string, string>) => {
    if (!document.querySelector('form[data-draft]')) return;
    const { search, fields, changed } = merge(location.search, query, options.guestcardSource);
    const place = document.getElementById('visit');
    // While the frame's address is still the one under which its view was counted.
    if (changed) {
      const { value = '' } = place?.querySelector<HTMLInputElement>('[name=submission_id]') ?? {};
      const cameBy = new URLSearchParams({ submission_id: value, query: search });
      navigator.sendBeacon(`/embed/${property}/came-by`, cameBy);
    }
    const address = new URLSearchParams(search);
    const { lang } = document.documentElement;
    const { guestcardLang = lang, guestcardTheme } = options;
    let look = '';
    if (guestcardLang !== lang && !address.has('lang')) look += `&lang=${encodeURIComponent(guestcardLang)}`;
    if (guestcardTheme && !address.has('theme')) look += `&theme=${encodeURIComponent(guestcardTheme)}`;
    // Nothing is loaded again over what somebody, or a link, has filled in.
    if (look && !started && !isFilled()) return location.replace(`?${search}${look}`);

    for (const field of place?.querySelectorAll<HTMLInputElement>('input') ?? [])
      if (!/^(submission_id|embed_origin|gc_place|gc_first_.*)$/.test(field.name)) field.remove();
    for (const [name, value] of fields) setField(name, value);
    if (`?${search}` !== location.search) {
      try {
        history.replaceState(history.state, '', `?${search}`);
      } catch (error) {
        if (!(error instanceof Error)) throw error;
      }
    }
    const prefill = new URLSearchParams();
    for (const name in options)
      if (/^guestcardPrefill./.test(name)) prefill.set(name.slice(16), options[name] ?? '');
    const { guestcardPrefill } = window as { guestcardPrefill?: (query: string) => unknown };
    guestcardPrefill?.(prefill.toString());
  };

  addEventListener('message', ({ source, origin, data }) => {
    if (source !== parent || data?.v !== 1) return;
    if (data.type === 'guestcard:hello' && !website && mayFrame.includes(origin)) greet(origin);
    if (data.type === 'guestcard:visit' && origin === website)
      hearOfVisit(String(data.query), data.options ?? {});
  });
  // What becomes of the form is known to its components.
  document.addEventListener('guestcard', (event) => {
    const { type, ...facts } = (event as CustomEvent).detail;
    tell(type, facts);
  });
  addEventListener('focusin', start);
  // A dialog around the frame does not hear the keys of the frame.
  addEventListener('keydown', ({ key, defaultPrevented }) => {
    if (website && key === 'Escape' && !defaultPrevented) tell('close');
  });
  new ResizeObserver(measure).observe(document.body);
  start({ target: document.activeElement });
}

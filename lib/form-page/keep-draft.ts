/**
 * Keeps what is typed in the browser's memory of this tab, so that a reload, a crash or a phone that ends the page loses
 * nothing, and puts it back where a field is still as the page gave it. Nothing is sent anywhere. Not kept: hidden fields,
 * fields that nobody can reach (the trap for programs), and consent, which is given anew each time.
 *
 * The tab's memory and not the device's: at a shared screen or in a library it ends with the window.
 *
 * Sent to the browser as its source, see early-script.ts. What it keeps is a `DraftRecord`, see sent-form.ts.
 */
export function keepDraft(): void {
  type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
  const lastsMs = 2 * 60 * 60 * 1_000;
  const formNow = () => document.querySelector<HTMLFormElement>('form[data-draft]');
  const page = formNow();
  if (!page) return;
  const key = `guestcard:draft:${page.dataset.draft}`;
  let submitted = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  // Storage may be blocked, full or absent; then nothing is kept.
  const attempt = <T>(use: () => T) => {
    try {
      return use();
    } catch (error) {
      if (!(error instanceof Error)) throw error;
    }
  };
  const read = () => attempt(() => JSON.parse(sessionStorage.getItem(key) ?? 'null'));
  const forget = () => {
    clearTimeout(timer);
    timer = undefined;
    attempt(() => sessionStorage.removeItem(key));
  };

  const isChoice = (field: Field): field is HTMLInputElement => /radio|checkbox/.test(field.type);
  const kept = (form: HTMLFormElement) =>
    ([...form.elements] as Field[]).filter(
      ({ name, type, tabIndex }) =>
        name && tabIndex >= 0 && !/hidden|password|file|button|submit/.test(type) && !/consent/.test(name),
    );

  const save = () => {
    const form = formNow();
    if (!form) return;
    forget();
    const fields = kept(form)
      .filter((field) => field.value && (!isChoice(field) || field.checked))
      .map(({ name, value }) => [name, value]);
    const id = (form.elements.namedItem('submission_id') as Field | null)?.value;
    const record = JSON.stringify({ at: Date.now(), id, submitted, fields });
    if (fields.length > 0) attempt(() => sessionStorage.setItem(key, record));
  };
  const noteChange = ({ target }: Event) => {
    if (!(target as Field).form?.dataset.draft) return;
    clearTimeout(timer);
    timer = setTimeout(save, 250);
  };
  const noteSubmit = (event: Event) => {
    // A button with a name asks for something else than sending, such as another language.
    if (!(event as SubmitEvent).submitter?.getAttribute('name')) submitted = true;
    save();
  };

  const openAnew = () => location.replace(location.pathname + location.search);
  const startOver = ({ target }: Event) => {
    if (!(target as Element).closest('[data-start-over]')) return;
    forget();
    openAnew();
  };
  // Back, after the lead was stored: the next person finds an empty form, with an id of its own.
  const emptyAfterSending = ({ persisted }: PageTransitionEvent) => {
    if (!read()?.stored) return;
    forget();
    const [arrival] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    if (persisted || arrival?.type === 'back_forward') formNow()?.reset();
    if (persisted) openAnew();
  };

  const putBack = (fields: [name: string, value: string][]) => {
    for (const field of kept(page)) {
      const typed = fields.find(
        ([name, value]) => name === field.name && (!isChoice(field) || value === field.value),
      );
      if (!typed || (isChoice(field) ? field.checked : field.value === typed[1])) continue;
      if (isChoice(field)) field.checked = true;
      else if (!('defaultValue' in field) || field.value === field.defaultValue) field.value = typed[1];
      else continue;
      const group = field.closest('details');
      if (group) group.open = true;
      const notice = page.querySelector<HTMLElement>('[data-kept]');
      if (notice) notice.hidden = false;
    }
  };

  addEventListener('input', noteChange);
  addEventListener('change', noteChange);
  addEventListener('submit', noteSubmit, true);
  addEventListener('pagehide', () => timer && save());
  addEventListener('click', startOver);
  addEventListener('pageshow', emptyAfterSending);
  const draft = read();
  if (draft && Date.now() - draft.at > lastsMs) forget();
  // What the server sent back with a problem is the latest that there is.
  else if (draft?.fields && !document.getElementById('problem')) putBack(draft.fields);
}

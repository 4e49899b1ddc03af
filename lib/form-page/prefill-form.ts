import type { readPrefill } from '../attribution/read-prefill.ts';

/**
 * Fills in what the address brings along in its fragment, which no server has seen, and takes it out of the address bar.
 * Only fields that are still as the page gave them are filled: what was typed before and kept counts more. In a frame the
 * website around it may bring answers along, too: by the `guestcardPrefill` that this leaves behind.
 *
 * Sent to the browser as its source, see early-script.ts.
 */
export function prefillForm(read: typeof readPrefill): void {
  type Field = HTMLInputElement | HTMLTextAreaElement;
  const isBox = (field: Field): field is HTMLInputElement => /radio|checkbox/.test(field.type);

  /** @returns the last field that it filled */
  const fill = (query: string): Field | undefined => {
    const form = document.querySelector<HTMLFormElement>('form[data-draft]');
    if (!form) return;
    const answers = read(query);
    const fields = ([...form.elements] as Field[]).filter(
      ({ name, type, tabIndex }) => name && tabIndex >= 0 && type !== 'hidden',
    );
    const isUntouched = (field: Field) =>
      isBox(field)
        ? fields.every((one) => one.name !== field.name || !isBox(one) || one.checked === one.defaultChecked)
        : field.value === field.defaultValue;
    let filled: Field | undefined;
    const put = (field: Field | undefined, value: string) => {
      if (!field || !isUntouched(field)) return;
      if (isBox(field)) field.checked = true;
      // A day that has passed would only have to be mended.
      else if (value >= (field.getAttribute('min') ?? '')) field.value = value;
      else return;
      const group = field.closest('details');
      if (group) group.open = true;
      filled = field;
    };
    const { floor_plan_id: plan, unit_id: unit, ...others } = answers;
    for (const name in others) {
      const value = others[name] ?? '';
      put(
        fields.find(
          (field) =>
            field.name === name && (!isBox(field) || field.value.toLowerCase() === value.toLowerCase()),
        ),
        value,
      );
    }
    // A unit stands under its floor plan, as "plan.unit".
    const home =
      (value: string) =>
      ({ name, value: own }: Field) =>
        name === 'floor_plan_id' && (own === value || own.endsWith(`.${value}`));
    const chosen = [unit, plan].map((id) => id && fields.find(home(id))).find(Boolean);
    if (chosen) put(chosen, chosen.value);
    return filled;
  };

  const fillFromFragment = () => {
    const said = location.hash.slice(1);
    if (Object.keys(read(said)).length === 0) return;
    // What the server sent back with a problem is the latest that there is.
    const filled = document.getElementById('problem') ? undefined : fill(said);
    // It is kept like what is typed, see keep-draft.ts: the address has it no longer.
    filled?.dispatchEvent(new Event('input', { bubbles: true }));
    try {
      history.replaceState(history.state, '', location.pathname + location.search);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
    }
  };

  Object.assign(window, { guestcardPrefill: fill });
  addEventListener('hashchange', fillFromFragment);
  fillFromFragment();
}

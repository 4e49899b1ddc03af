/** What keep-draft.ts keeps for a property while its form is open in this tab, and afterwards that it was sent. */
export type DraftRecord =
  | {
      /** Epoch ms of the last change. */
      at: number;
      /** The submission id of the form that it was typed into. */
      id?: string;
      /** Whether that form was submitted, whatever came of it. */
      submitted: boolean;
      fields: [name: string, value: string][];
      stored?: never;
    }
  | { id?: string; stored: true };

const keyOf = (slug: string) => `guestcard:draft:${slug}`;

/** The person arrived at the status page: the lead is stored, and the next one at this screen finds nothing of it. */
export function forgetSentDraft(slug: string): void {
  const draft = read(slug);
  if (!draft || draft.stored || !draft.submitted) return;
  const sent: DraftRecord = { ...(draft.id ? { id: draft.id } : {}), stored: true };
  try {
    sessionStorage.setItem(keyOf(slug), JSON.stringify(sent));
  } catch (error) {
    // Full: then at least nothing of the person stays.
    if (!(error instanceof Error)) throw error;
    sessionStorage.removeItem(keyOf(slug));
  }
}

/** Whether this very form was sent from this tab, and stored; asked once. */
export function wasSent(form: HTMLFormElement): boolean {
  const slug = form.dataset.draft ?? '';
  const draft = read(slug);
  const { value } = (form.elements.namedItem('submission_id') as HTMLInputElement | null) ?? {};
  if (!draft?.stored || draft.id !== value) return false;
  sessionStorage.removeItem(keyOf(slug));
  return true;
}

/** undefined as well where the browser keeps nothing. */
function read(slug: string): DraftRecord | undefined {
  try {
    return JSON.parse(sessionStorage.getItem(keyOf(slug)) ?? 'null') ?? undefined;
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}

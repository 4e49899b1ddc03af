/** What a website around the form may learn of it: ids and states, nothing of what was typed. */
export type Told =
  | [event: 'submit' | 'delivered', facts: { lead: string }]
  | [event: 'error', facts: { problem: 'invalid' | 'not_saved' }];

/** Tells the website around the form, if there is one that may know, see talk-to-parent.ts. */
export function tellWebsite(...[type, facts]: Told): void {
  document.dispatchEvent(new CustomEvent('guestcard', { detail: { type, ...facts } }));
}

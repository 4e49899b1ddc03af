import { languageButton } from '#lib/lead/form-state.ts';

export function isLanguageSwitch(event: Event): boolean {
  const { submitter } = event as SubmitEvent;
  return submitter instanceof HTMLButtonElement && submitter.name === languageButton;
}

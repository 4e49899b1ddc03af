/** The look of the staff area's buttons: one main act on a page, the others plain. */
export const mainButton = 'button';
export const plainButton =
  'min-h-12 rounded-xl border border-edge bg-surface px-5 font-semibold text-ink hover:bg-canvas';
export const textLink =
  'font-medium text-accent-ink underline decoration-1 underline-offset-4 hover:decoration-2';

/** What stands on a page's ground; in a frame the whole page is one such card. */
export const card = 'rounded-2xl border border-line bg-surface p-5 shadow-sm sm:p-8';

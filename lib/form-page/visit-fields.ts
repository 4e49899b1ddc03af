import { escapeHtml } from './escape-html.ts';

/** The element that holds what is another for each visit: everything around it is the same for everybody. */
export const visitId = 'visit';

/**
 * The hidden fields of one visit, as HTML.
 * @param submissionId identifies this rendering of the form
 * @param attribution as of `attributionFields`
 */
export function visitFields(submissionId: string, attribution: [name: string, value: string][]): string {
  return [['submission_id', submissionId] as const, ...attribution]
    .map(([name, value]) => `<input type="hidden" name="${name}" value="${escapeHtml(value)}"/>`)
    .join('');
}

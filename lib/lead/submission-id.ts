/** Identifies one rendering of a form: sent twice, it is one lead. */
export function newSubmissionId(): string {
  return crypto.randomUUID();
}

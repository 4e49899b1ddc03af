/** Next answered with something that the form page cannot be made of; the visitor then gets Next's own answer. */
export class UnfitPageError extends Error {
  override name = 'UnfitPageError';
  /** @param reason a word or two, as `Next's page ${reason}` */
  constructor(reason: string) {
    super(`Next's page ${reason}`);
  }
}

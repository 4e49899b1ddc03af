// @ts-check
/** Why the program cannot start. Its message is the whole text for the person who started it. */
export class StartError extends Error {
  /** @override */
  name = 'StartError';
}

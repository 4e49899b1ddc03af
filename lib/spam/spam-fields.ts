/**
 * A field that people do not see and programs fill in. Its name says nothing to whoever fills in forms by their names,
 * so that a browser or a password manager leaves it alone.
 */
export const trapField = 'gc_k7';

/** "yes": this browser can do the work of a challenge, so it may be asked to. */
export const canProveField = 'can_prove';

/** The solved challenge, as JSON. */
export const proofField = 'proof';

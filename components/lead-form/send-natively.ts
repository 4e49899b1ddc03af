import { endpointPath } from '#lib/lead/form-place.ts';
import type { PublicForm } from './form-props.ts';

/**
 * In a frame that its website has put into a sandbox, the page has no origin of its own: scripts may ask nothing of our
 * server. The browser itself may still send a form.
 */
export function hasNoOrigin(): boolean {
  return self.origin === 'null';
}

/** Lets the browser send a checked form to the plain endpoint, as it would without JavaScript. */
export function sendNatively(form: HTMLFormElement, { slug, place }: PublicForm): void {
  form.setAttribute('action', endpointPath(slug, place));
  form.setAttribute('method', 'post');
  form.setAttribute('enctype', 'multipart/form-data');
  HTMLFormElement.prototype.submit.call(form);
}

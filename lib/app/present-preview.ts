import { previewIn } from '../embed/preview-token.ts';
import { presentRequest } from './response-status.ts';

/** The token of the preview that the present page belongs to, valid or not, to go on to the pages that follow. */
export function presentPreview(): string | undefined {
  const request = presentRequest();
  const token = request && previewIn(request.url.search, request.referer);
  return token && encodeURIComponent(token);
}

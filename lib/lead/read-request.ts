import { readAtMost } from './read-at-most.ts';
import { largestBody, type ReadSubmission, readFormData, readJsonFields } from './read-submission.ts';

type CheckedBody =
  | { sent: Record<string, string>; tooLarge: boolean; problem?: never }
  | { sent?: never; problem: { status: 400 | 413 | 415 | 422; message: string } };

/** Reads a request's fields, whatever form they have, and never more than 64 KB of them. */
export async function checkedBody(request: Request): Promise<CheckedBody> {
  const type = request.headers.get('content-type') ?? '';
  const isForm = /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type);
  if (!isForm && !/^application\/([\w.-]+\+)?json\b/i.test(type)) {
    return refuse(415, 'Send the fields as a form or as JSON.');
  }
  const bytes = await readAtMost(request, largestBody);
  if (!bytes) return refuse(413, 'This is more than 64 KB. Shorten the message and send it again.');
  try {
    const copy = new Response(bytes, { headers: { 'content-type': type } });
    const read: ReadSubmission = isForm
      ? readFormData(await copy.formData())
      : readJsonFields(await copy.json());
    if (!read.badFields) return read;
    return refuse(
      read.badFields.length > 0 ? 422 : 400,
      read.badFields.length > 0
        ? `Each field takes one text or number, not a list or an object: ${read.badFields.join(', ')}.`
        : 'Send one JSON object with the fields of the form.',
    );
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) {
      return refuse(400, `The fields could not be read: ${error.message}`);
    }
    throw error;
  }
}

function refuse(status: 400 | 413 | 415 | 422, message: string): CheckedBody {
  return { problem: { status, message } };
}

import { attributionKeys } from '../attribution/read-attribution.ts';

/** What arrived from a browser or a program, before any rule about its content. */
export type ReadSubmission =
  | { sent: Record<string, string>; tooLarge: boolean; badFields?: never }
  | { sent?: never; badFields: string[] };

export const largestBody = 64 * 1024;
/** Above this Next answers a form with a bare 500; below it, its action counts the bytes itself and keeps the text. */
export const largestForm = 900_000;
/** Not counting what a link brought along: with every click id there is, it would take the place of answers. */
const mostFields = 50;
const broughtAlong = new Set(attributionKeys);

/** A form's fields as text. Files and React's own fields are not answers; of several values the first one counts. */
export function readFormData(form: FormData | URLSearchParams): {
  sent: Record<string, string>;
  tooLarge: boolean;
} {
  const sent: Record<string, string> = {};
  let bytes = 0;
  let fields = 0;
  for (const [name, value] of form.entries()) {
    if (name.startsWith('$ACTION')) continue;
    if (!broughtAlong.has(name)) fields += 1;
    if (typeof value !== 'string') continue;
    bytes += Buffer.byteLength(name) + Buffer.byteLength(value);
    if (!Object.hasOwn(sent, name)) sent[name] = value;
  }
  return { sent, tooLarge: bytes > largestBody || fields > mostFields };
}

/** A JSON object with the same names; numbers and yes/no are taken as their text. */
export function readJsonFields(body: unknown): ReadSubmission {
  if (!body || typeof body !== 'object' || Array.isArray(body)) return { badFields: [] };
  const entries = Object.entries(body).filter(([, value]) => value !== null && value !== undefined);
  const badFields = entries.filter(([, value]) => typeof value === 'object').map(([name]) => name);
  if (badFields.length > 0) return { badFields };
  return {
    sent: Object.fromEntries(entries.map(([name, value]) => [name, String(value)])),
    tooLarge: entries.filter(([name]) => !broughtAlong.has(name)).length > mostFields,
  };
}

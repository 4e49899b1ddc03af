import { invalidRequest } from './answer.ts';

/** A request the simulator received, as tests see it. `status` is null until answered (or for ever). */
export type ReceivedRequest = {
  method: string;
  path: string;
  query: Record<string, string>;
  headers: Record<string, string | string[] | undefined>;
  text: string;
  body: unknown;
  at: number;
  status: number | null;
};

/** A request as the handlers see it. */
export type ApiRequest = {
  id: string;
  query: Record<string, string>;
  /** The parsed body; refuses what is not JSON. */
  json(): unknown;
};

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalidRequest([{ code: 'invalid_json', path: [], message: 'The body is not valid JSON' }]);
  }
}

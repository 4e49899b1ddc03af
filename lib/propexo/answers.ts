import { z } from 'zod';

/**
 * The parts of Propexo's answers that we use, read leniently: their documents and their servers differ in details,
 * and a field we do not need must never turn a good answer into a bad one.
 */

const jobId = z.string().min(1);

/** `POST /v1/leads/resman/` answers `{ meta: { job_id } }`, the generic endpoint `{ job_id }`. */
const created = z.union([
  z.object({ meta: z.object({ job_id: jobId }) }).transform(({ meta }) => meta.job_id),
  z.object({ job_id: jobId }).transform((answer) => answer.job_id),
]);

export function readJobId(body: string): string | undefined {
  return created.safeParse(parseJson(body)).data;
}

const refusedRetry = z.object({ success: z.literal(false) });

/** `POST /v1/admin/retry-write/{job}` answers `{ success, job_id }`: false means that there is no new job. */
export function isRefusedRetry(body: string): boolean {
  return refusedRetry.safeParse(parseJson(body)).success;
}

/** `GET /v1/admin/write-status/{job}`: flat, and `errors` comes straight from the PMS, often JSON inside a string. */
const writeStatus = z.object({
  write_status: z.enum(['SUCCESS', 'PARTIAL_SUCCESS', 'FAILURE', 'PENDING']),
  errors: z.unknown().optional(),
  created_record_id: z.string().nullish().catch(undefined),
});

export interface JobOutcome {
  status: 'pending' | 'success' | 'partial' | 'failure';
  recordId: string | undefined;
  errors: string[];
}

export function readWriteStatus(body: string): JobOutcome | undefined {
  const { data } = writeStatus.safeParse(parseJson(body));
  if (!data) return undefined;
  return {
    status: (
      { PENDING: 'pending', SUCCESS: 'success', PARTIAL_SUCCESS: 'partial', FAILURE: 'failure' } as const
    )[data.write_status],
    recordId: data.created_record_id ?? undefined,
    errors: listOf(data.errors).slice(0, 1_000).map(plainError),
  };
}

function listOf(errors: unknown): unknown[] {
  return Array.isArray(errors) ? errors : errors ? [errors] : [];
}

/** The words inside an error of the PMS, whatever it is wrapped in. */
function plainError(error: unknown): string {
  const inner = typeof error === 'string' ? (parseJson(error) ?? error) : error;
  if (typeof inner === 'string') return inner;
  const parsed = z
    .looseObject({
      message: z.string().optional(),
      error: z.string().optional(),
      ErrorDescription: z.string().optional(),
    })
    .safeParse(inner).data;
  return parsed?.message ?? parsed?.error ?? parsed?.ErrorDescription ?? JSON.stringify(inner);
}

const optionalText = z.string().optional().catch(undefined);
const issue = z.looseObject({
  message: optionalText,
  path: z
    .array(z.union([z.string(), z.number()]))
    .max(20)
    .optional()
    .catch(undefined),
  keys: z.array(z.string()).max(100).optional().catch(undefined),
});
const issues = z.array(issue).max(100).optional().catch(undefined);

/** The documented sample wraps `details` once more in `details`: both are read. */
const refusal = z.object({
  error: z.looseObject({
    code: optionalText,
    message: optionalText,
    details: z
      .looseObject({ issues, details: z.looseObject({ issues }).optional().catch(undefined) })
      .optional()
      .catch(undefined),
  }),
});

/** What a 4xx says, in one line that names the fields: "phone_1_type: Invalid option". */
export function readRefusal(body: string): string | undefined {
  const error = refusal.safeParse(parseJson(body)).data?.error;
  if (!error) return undefined;
  const found = error.details?.issues ?? error.details?.details?.issues ?? [];
  const named = found.map(({ path = [], keys = [], message = 'not accepted' }) =>
    [[...path, ...keys].join('.'), message].filter(Boolean).join(': '),
  );
  return (named.length > 0 ? named.join('; ') : (error.message ?? error.code))?.slice(0, 1_000);
}

/** One page of a list, reduced to what a search needs. */
export interface ListPage {
  rows: {
    id: string;
    /** Every text that may carry our reference; none when Propexo tells none. */
    texts: string[];
    /** Epoch milliseconds; undefined when Propexo does not say. */
    createdAt: number | undefined;
    /** Of a job: how it ended, where the list says so. */
    ended?: 'success' | 'failure' | undefined;
  }[];
  /** There is, or may be, another page. */
  more: boolean;
}

const createdAt = z.string().nullish();

const leadList = z.object({
  meta: z.looseObject({ hasMore: z.boolean().nullish() }).optional(),
  results: z
    .array(z.looseObject({ id: z.string(), notes: z.string().nullish(), created_at: createdAt }))
    .max(1_000),
});

/** `GET /v1/leads/`: the records of ResMan that Propexo knows. */
export function readLeads(body: string): ListPage | undefined {
  const { data } = leadList.safeParse(parseJson(body));
  return (
    data && {
      rows: data.results.map(({ id, notes, created_at }) => ({
        id,
        texts: notes ? [notes] : [],
        createdAt: toTime(created_at),
      })),
      // Documented as a boolean or null; where it says nothing, only an empty page is surely the last.
      more: data.meta?.hasMore ?? data.results.length > 0,
    }
  );
}

const writeLog = z.object({
  results: z.object({
    logs: z
      .array(
        z.looseObject({
          job_id: z.string(),
          parameters: z.unknown(),
          created_at: createdAt,
          status: z.string().nullish().catch(undefined),
        }),
      )
      .max(1_000),
  }),
});

/** `GET /v1/admin/logs/writes/`: recent jobs. `parameters` is untyped, so every text inside it is handed over. */
export function readWriteLog(body: string): ListPage | undefined {
  const { data } = writeLog.safeParse(parseJson(body));
  const logs = data?.results.logs;
  return (
    logs && {
      rows: logs.map(({ job_id, parameters, created_at, status }) => ({
        id: job_id,
        texts: textsIn(typeof parameters === 'string' ? (parseJson(parameters) ?? parameters) : parameters),
        createdAt: toTime(created_at),
        ended: status === 'SUCCESS' ? 'success' : status === 'FAILURE' ? 'failure' : undefined,
      })),
      // This list has no `hasMore`: only an empty page is surely the last.
      more: logs.length > 0,
    }
  );
}

function toTime(text: string | null | undefined): number | undefined {
  const time = Date.parse(text ?? '');
  return Number.isNaN(time) ? undefined : time;
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : [];
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

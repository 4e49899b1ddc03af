import { z } from 'zod';

const endpoints = [
  'create',
  'write-status',
  'retry-write',
  'leads',
  'write-log',
  'catalog',
  'webhooks',
  'any',
] as const;

const aimed = {
  times: z.union([z.int().positive(), z.literal('always')]).default(1),
  /** Only requests whose body or path (with query) contains this. */
  match: z.string().min(1).optional(),
};
const onRequest = { ...aimed, endpoint: z.enum(endpoints).default('create') };
/** `act: true`: the request nevertheless took effect, whatever the answer says. */
const lying = { ...onRequest, act: z.boolean().default(false) };
const milliseconds = z.number().nonnegative();

const answerFault = z.strictObject({
  kind: z.literal('answer'),
  ...lying,
  status: z.int().min(200).max(599),
  /** A string goes out as it is, anything else as JSON; absent: Propexo's error body for that status. */
  body: z.unknown().optional(),
  headers: z.record(z.string(), z.string()).default({}),
});
/** The request takes effect at once, only its answer is late. */
const delayFault = z.strictObject({ kind: z.literal('delay'), ...onRequest, ms: milliseconds });
/** No answer ever. `actAfterMs`: takes effect so much later (or at `settle()`), whoever is still there to see it. */
const hangFault = z.strictObject({ kind: z.literal('hang'), ...lying, actAfterMs: milliseconds.optional() });
/** The connection is reset before or after the request took effect. */
const resetFault = z.strictObject({
  kind: z.literal('reset'),
  ...onRequest,
  when: z.enum(['before', 'after']),
});
const emptyFault = z.strictObject({ kind: z.literal('empty'), ...lying });
const htmlFault = z.strictObject({ kind: z.literal('html'), ...lying, status: z.int().default(200) });
const truncatedFault = z.strictObject({ kind: z.literal('truncated'), ...lying });
const hugeFault = z.strictObject({
  kind: z.literal('huge'),
  ...lying,
  megabytes: z.number().positive().max(1024),
});
const redirectFault = z.strictObject({
  kind: z.literal('redirect'),
  ...lying,
  location: z.string().min(1),
  status: z
    .union([z.literal(301), z.literal(302), z.literal(303), z.literal(307), z.literal(308)])
    .default(307),
});
const refuseFault = z.strictObject({
  kind: z.literal('refuse'),
  ...onRequest,
  status: z.int().min(400).max(499),
  field: z.string().optional(),
  message: z.string().optional(),
});

/** The next job created ends like this. What is left out is as it would have been. */
const jobOutcome = z.strictObject({
  kind: z.literal('job'),
  ...aimed,
  outcome: z.enum(['SUCCESS', 'PARTIAL_SUCCESS', 'FAILURE', 'PENDING']).optional(),
  errors: z.array(z.string()).default([]),
  /** What write-status tells; a foreign id is one that is not the lead's. */
  createdRecordId: z.string().min(1).nullable().optional(),
  /** Whether ResMan has the lead in the end. Default: not after FAILURE, otherwise yes. */
  leadExists: z.boolean().optional(),
  afterMs: milliseconds.optional(),
});

/** The accepted token becomes `newToken`; without one, no token is accepted until the scenarios are cleared. */
const revokeToken = z.strictObject({
  kind: z.literal('revoke-token'),
  newToken: z.string().min(1).optional(),
});

export const scenarioSchema = z.discriminatedUnion('kind', [
  answerFault,
  delayFault,
  hangFault,
  resetFault,
  emptyFault,
  htmlFault,
  truncatedFault,
  hugeFault,
  redirectFault,
  refuseFault,
  jobOutcome,
  revokeToken,
]);

/** What `play` takes: defaults may be left out. */
export type Scenario = z.input<typeof scenarioSchema>;
export type PlannedScenario = z.output<typeof scenarioSchema>;
export type JobOutcome = z.output<typeof jobOutcome>;
export type Fault = Exclude<PlannedScenario, { kind: 'job' | 'revoke-token' }>;
export type Endpoint = Exclude<(typeof endpoints)[number], 'any'> | 'other';

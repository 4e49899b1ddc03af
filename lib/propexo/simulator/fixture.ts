import type { TestContext } from 'node:test';
import type { CreateLead } from './create-lead.ts';
import { mapleCourt } from './demo-catalog.ts';
import { type Simulator, type SimulatorOptions, startSimulator } from './simulator.ts';

/** A simulator for one test, closed when the test ends. */
export async function openSimulator(t: TestContext, options: SimulatorOptions = {}): Promise<Simulator> {
  const simulator = await startSimulator({ settleMs: 60_000, ...options });
  t.after(() => simulator.close());
  return simulator;
}

/** A complete create-lead body for Maple Court. */
export function mapleLead(overrides: Partial<CreateLead> = {}): CreateLead {
  return {
    integration_id: mapleCourt.integration_id,
    property_id: mapleCourt.property_id,
    lead_source_id: mapleCourt.lead_sources[0]?.id ?? '',
    employee_id: mapleCourt.employees[0]?.id ?? '',
    first_name: 'Ada',
    last_name: 'Nakamura',
    email_1: 'ada@example.com',
    ...overrides,
  };
}

export type Reply = { status: number; headers: Headers; text: string; json: Json };
// biome-ignore lint/suspicious/noExplicitAny: tests read deep into answers whose shape is what they test.
export type Json = any;

type Extras = { token?: string; headers?: Record<string, string>; signal?: AbortSignal; raw?: string };

/** One request on a connection of its own; a body goes out as JSON. Rejects as fetch does. */
export async function call(
  simulator: Simulator,
  method: string,
  path: string,
  body?: unknown,
  { token = 'simulator-token', headers = {}, signal, raw }: Extras = {},
): Promise<Reply> {
  const text = raw ?? (body === undefined ? undefined : JSON.stringify(body));
  const response = await fetch(simulator.url + path, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      connection: 'close',
      ...(text === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    redirect: 'manual',
    ...(text === undefined ? {} : { body: text }),
    ...(signal ? { signal } : {}),
  });
  const answered = await response.text();
  return { status: response.status, headers: response.headers, text: answered, json: parsed(answered) };
}

export function postLead(simulator: Simulator, overrides: Partial<CreateLead> = {}): Promise<Reply> {
  return call(simulator, 'POST', '/v1/leads/resman/', mapleLead(overrides));
}

/** Posts a lead and says its job id. */
export async function queueLead(simulator: Simulator, overrides: Partial<CreateLead> = {}): Promise<string> {
  const reply = await postLead(simulator, overrides);
  return reply.json.meta.job_id;
}

export function statusOf(simulator: Simulator, jobId: string): Promise<Reply> {
  return call(simulator, 'GET', `/v1/admin/write-status/${jobId}`);
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

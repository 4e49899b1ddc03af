/**
 * Rows as both databases store them. Times are epoch milliseconds, JSON and ids are text,
 * yes/no is 1/0: the subset that SQLite and PostgreSQL agree on.
 */
export interface Tables {
  property: PropertyRow;
  lead: LeadRow;
  consent: ConsentRow;
  delivery: DeliveryRow;
  attempt: AttemptRow;
  integration_pause: IntegrationPauseRow;
  health_check: { id: string; written_at: number };
}

export interface PropertyRow {
  slug: string;
  /** The published form as JSON, see lib/property/property.ts. */
  definition: string;
  /** Who maintains it: the properties file, or the demo. */
  origin: 'file' | 'demo';
  published: 0 | 1;
  updated_at: number;
}

interface LeadRow {
  id: string;
  property_slug: string;
  /** Unguessable: whoever has it sees the status page. */
  receipt: string;
  /** Human code that leads carry into ResMan; not a secret. */
  reference: string;
  submission_id: string;
  content_hash: string;
  /** What the person said, as JSON, see lib/lead/schema.ts. */
  answers: string;
  /** Where the person came from, as JSON, see lib/attribution. */
  attribution: string;
  received_at: number;
}

/** Append-only: what a person agreed to, in the words they saw. */
interface ConsentRow {
  id: string;
  lead_id: string;
  channel: 'sms';
  wording: string;
  wording_hash: string;
  page: string | null;
  address: string | null;
  user_agent: string | null;
  given_at: number;
}

export interface DeliveryRow {
  id: string;
  lead_id: string;
  property_slug: string;
  /** Where the last send went; before the first one, where it would have gone. The properties file may change. */
  integration_id: string;
  property_id: string;
  state: 'queued' | 'sending' | 'accepted' | 'delivered' | 'failed' | 'unknown' | 'quarantined';
  /** When a worker should next look at it; null when nothing more happens by itself. */
  due_at: number | null;
  claim_id: string | null;
  lease_until: number | null;
  /** How many sends were tried, counting those that never left. */
  attempts: number;
  /** Sends since `queued_at` that were surely not applied: the place in the retry schedule. */
  step: number;
  /** When it was first queued, or queued again by staff: the retry schedule counts from here. */
  queued_at: number;
  /** 1: prove that ResMan does not have it before the next send. */
  prove_absent: 0 | 1;
  job_id: string | null;
  record_id: string | null;
  reason: string | null;
  detail: string | null;
  state_since: number;
  delivered_at: number | null;
}

interface AttemptRow {
  delivery_id: string;
  number: number;
  body_hash: string;
  started_at: number;
  finished_at: number | null;
  outcome: string | null;
  http_status: number | null;
  job_id: string | null;
  detail: string | null;
}

/** An integration whose sends all wait: rate limit, credentials, configuration. */
interface IntegrationPauseRow {
  integration_id: string;
  reason: string;
  since: number;
  until: number;
  step: number;
}

/**
 * Rows as both databases store them. Times are epoch milliseconds, JSON and ids are text,
 * yes/no is 1/0: the subset that SQLite and PostgreSQL agree on.
 */
export interface Tables {
  property: PropertyRow;
  lead: LeadRow;
  consent: ConsentRow;
  consent_wording: ConsentWordingRow;
  delivery: DeliveryRow;
  attempt: AttemptRow;
  request_budget: RequestBudgetRow;
  integration_lane: IntegrationLaneRow;
  webhook_event: WebhookEventRow;
  recent_submission: RecentSubmissionRow;
  spam_screening: SpamScreeningRow;
  used_proof: { nonce: string; expires_at: number };
  home_catalog: HomeCatalogRow;
  link: LinkRow;
  visit_count: VisitCountRow;
  embed_attempt: EmbedAttemptRow;
  gone_home: { property_id: string; home_id: string; name: string; gone_at: number };
  health_check: { id: string; written_at: number };
  staff_user: StaffUserRow;
  staff_session: StaffSessionRow;
  staff_account: StaffAccountRow;
  staff_set_up: { token_hash: string; expires_at: number };
  staff_wrong_try: { id: string; account: string; address: string; at: number };
  staff_act: StaffActRow;
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
  /** What the person read the form in; null for leads of before there was a choice. */
  language: string | null;
  /** The home that they chose, as JSON, see lib/property/homes/chosen-home.ts; null when they chose none. */
  home: string | null;
  /** Under which names it is counted, see lib/property/lead-source.ts; empty where it came by no link of this kind. */
  source: string;
  campaign: string;
  /** What was thought of its link when it arrived; null where no source was named. */
  trust: 'verified' | 'self_declared' | null;
  /** Where the form was; null in leads of before it was kept. */
  place: 'page' | 'embed' | 'api' | null;
  /** The website that the form was embedded in, one of the property's own. */
  embed_origin: string | null;
  /** The short link that the person followed. */
  link_code: string | null;
  received_at: number;
}

/** A tracked link that staff made, with its short address. */
export interface LinkRow {
  code: string;
  property_slug: string;
  /** What staff call it. */
  label: string;
  source: string;
  /** JSON: the campaign as in lib/attribution/campaign.ts. */
  campaign: string;
  /** A page of the property's own website; null for the form page. */
  destination: string | null;
  /** Epoch milliseconds, as all times here. */
  expires_at: number | null;
  retired_at: number | null;
  /** How often somebody followed it. */
  visits: number;
  /** The e-mail address of their account at that time. */
  created_by: string;
  created_at: number;
}

/** How often a form was opened and begun on a day at the property, by where the people came from. No row is about a person. */
interface VisitCountRow {
  /** YYYY-MM-DD in the property's time zone. */
  day: string;
  property_slug: string;
  /** As in a lead. */
  source: string;
  campaign: string;
  place: 'page' | 'embed';
  views: number;
  starts: number;
}

/** A website that tried to show a property's form in a frame and is not one of its own. */
interface EmbedAttemptRow {
  property_slug: string;
  /** Its origin; empty where the browser did not say. */
  origin: string;
  first_at: number;
  last_at: number;
  times: number;
}

/** Append-only, which the database itself enforces: what a person agreed to, in the words they saw. */
export interface ConsentRow {
  id: string;
  lead_id: string;
  channel: 'sms';
  wording: string;
  wording_hash: string;
  page: string | null;
  address: string | null;
  user_agent: string | null;
  given_at: number;
  /** The language of the form. Null in records of before it was kept, as the version. */
  language: string | null;
  /** Of the wording, or "unrecognised" where the property never offered these words. */
  version: string | null;
  /** The website that the form was embedded in; null on a page of its own. */
  embed_origin: string | null;
}

/** Append-only: what the form of a property has said beside the box, ever. */
interface ConsentWordingRow {
  property_slug: string;
  language: string;
  version: string;
  wording: string;
  wording_hash: string;
  offered_at: number;
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
  /** Before the next send: 1, prove that ResMan does not have it; 2, look once, staff asked to send it again. */
  prove_absent: 0 | 1 | 2;
  job_id: string | null;
  record_id: string | null;
  reason: string | null;
  detail: string | null;
  state_since: number;
  delivered_at: number | null;
  /** The person as far as it can be compared: lower-case e-mail, E.164 telephone. One send at a time for each. */
  email_key: string | null;
  phone_key: string | null;
  /** The next send repeats this failed job (`retry-write`) instead of making a new lead. */
  retry_job_id: string | null;
  /** 1: a member of staff waits for the next step, which may use the requests kept for them. */
  by_staff: 0 | 1;
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

/** One row: the requests that may leave, for all replicas. Times by the database's clock. */
interface RequestBudgetRow {
  id: 'propexo';
  /** The theoretical arrival time of GCRA: far enough in the future means that the budget is used up. */
  next_at: number;
  /** The same for the requests kept for staff. */
  staff_next_at: number;
  /** The limit of the account that Propexo's answers name. */
  account_limit: number | null;
  /** Milliseconds between requests until `pace_until`, while others of the same account use up the minute. */
  pace_ms: number | null;
  pace_until: number;
  /** Nothing leaves before: the minute is used up. */
  blocked_until: number;
}

/** What the last sends of an integration say about it, and whether its circuit is open. */
interface IntegrationLaneRow {
  integration_id: string;
  /** The last ten sends, the newest last: "." worked, "x" failed. */
  recent: string;
  /** Why nothing is sent; null while the circuit is closed. */
  open_reason: 'credentials' | 'configuration' | 'failing' | null;
  open_since: number | null;
  /** When a harmless question is asked next. */
  probe_at: number | null;
  /** Openings in a row: the place in the schedule of probes. */
  step: number;
  /** 1: after a good probe, one send at a time until one works. */
  trial: 0 | 1;
}

/** The floor plans and units of a property of Propexo as they were read last, and when they are read again. */
interface HomeCatalogRow {
  integration_id: string;
  property_id: string;
  /** JSON, see lib/property/homes/home-records.ts; null before the first complete read. */
  records: string | null;
  /** The last complete read. */
  read_at: number | null;
  failed_at: number | null;
  failure: string | null;
  /** Failed reads in a row: the place in the schedule of retries. */
  failures: number;
  /** Since when it should be read. */
  scheduled_at: number;
  /** When it is read next; null while no form shows its homes. */
  due_at: number | null;
  /** JSON: Propexo's list of the property's lead sources as it was read last; null before the first read. */
  sources: string | null;
  sources_read_at: number | null;
  /** 0: no form shows its homes, and only the lead sources are read. */
  wants_homes: 0 | 1;
  lease_id: string | null;
  lease_until: number | null;
}

/** A signed message of Propexo, stored before anything else is done with it. */
export interface WebhookEventRow {
  /** SHA-256 of the raw body: the same message again changes nothing. */
  body_hash: string;
  body: string;
  received_at: number;
  /** What could be read of it; null where it could not. */
  trigger: string | null;
  integration_id: string | null;
  job_id: string | null;
  /** Null: still to be looked at. */
  handled_at: number | null;
  outcome: 'matched' | 'unmatched' | 'ignored' | null;
}

/** What a submit had in common with others, for a day. The keys are hashes with the program's secret. */
export interface RecentSubmissionRow {
  /** The person's e-mail or telephone. */
  sender_key: string;
  /** The network address, IPv6 by /64; null where it is a proxy's or unknown. */
  client_key: string | null;
  /** The message without its spaces, marks and capitals; null for a short one. */
  message_key: string | null;
  /** The rendering of the form; null where it is not one of ours. */
  form_key: string | null;
  at: number;
}

/** Why a lead looked like spam, a little or very much; those without any sign have none. */
interface SpamScreeningRow {
  lead_id: string;
  verdict: 'accepted' | 'quarantined';
  score: number;
  /** 1: the browser did the work that it was asked for. */
  proven: 0 | 1;
  /** JSON, see lib/spam/signals.ts. */
  signals: string;
}

/** Whoever may use the staff door. Dates of these three tables are better-auth's own: text in SQLite, `timestamptz` in PostgreSQL. */
interface StaffUserRow {
  id: string;
  name: string;
  email: string;
  email_verified: 0 | 1;
  image: string | null;
  /** Who made the account: STAFF_EMAIL, which it follows, or the set-up link. */
  origin: 'environment' | 'set_up';
  created_at: string;
  updated_at: string;
}

interface StaffSessionRow {
  id: string;
  user_id: string;
  token: string;
  expires_at: string;
  ip_address: string | null;
  user_agent: string | null;
  created_at: string;
  updated_at: string;
}

interface StaffAccountRow {
  id: string;
  user_id: string;
  account_id: string;
  provider_id: string;
  password: string | null;
  created_at: string;
  updated_at: string;
}

/** Append-only: what a person did about a delivery. */
export interface StaffActRow {
  id: string;
  delivery_id: string;
  /** The e-mail address of their account at that time. */
  who: string;
  act: 'found' | 'sent_again' | 'edited' | 'released';
  at: number;
  /** JSON: the id that was found, or each edited field before and after. */
  details: string;
}

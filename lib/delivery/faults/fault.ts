import type { TestContext } from 'node:test';
import type { ProspectState } from '../states.ts';
import type { BackOffice, Upstream } from '../test-delivery.ts';

/**
 * Every fault that a delivery has to survive, each with the variants that must be seen. A fault without variants is
 * played in one way.
 */
export const faultList = {
  'API refuses connections': [],
  'answers after 25 s': [],
  'hangs, lead created': [],
  'hangs and creates later': [],
  '+2 s zone and 429 storm': ['+2 s zone', '429 storm'],
  '400 naming a field': ['refused', 'staff edit, resend once, delivered'],
  '401': [],
  '404': [],
  '500/502/504 created and not created': [
    '500 created',
    '502 created',
    '504 created',
    '500 not created',
    '502 not created',
    '504 not created',
  ],
  '503 that lied': ['and the job ends at once', 'and the job ends after a minute'],
  '200 empty': ['created', 'not created'],
  '200 HTML': ['created', 'not created'],
  '200 truncated JSON': ['created', 'not created'],
  '50 MB answer': ['created', 'not created', 'memory flat'],
  'redirect to another host': [],
  'PENDING for ever': [],
  'FAILURE with stringified-JSON errors': [],
  PARTIAL_SUCCESS: [],
  'SUCCESS with null or foreign id': ['null', 'foreign'],
  'write-status 400/404 for our job': ['400, twice', '404, twice', '400, for ever', '404, for ever'],
  'webhook before the POST answer is stored': [],
  'webhook x50 in parallel': [],
  'forged webhook': [],
  'old FAILURE replayed after success': [],
  'clock ±10 min': [
    'Propexo’s, ahead',
    'Propexo’s, behind',
    'the database’s, forward during a send',
    'the database’s, back during a send',
    'the database’s, back before a send',
  ],
  'disk full or database down at accept': ['what the visitor sees', 'PostgreSQL gone', 'nothing half saved'],
  'database dies after upstream accepted': ['and comes back', 'for longer than the lease'],
  'SIGKILL before commit': [],
  'SIGKILL after commit before the 303': [],
  'SIGKILL after the claim': [],
  'SIGKILL mid-POST': ['created', 'not created', 'the whole program'],
  'SIGKILL after the answer before it is stored': [],
  'SIGKILL mid-poll': [],
  'SIGTERM while accepting': [],
  'SIGSTOP 60 s then CONT': [
    'after the claim',
    'after the claim, longer than the lease',
    'mid-POST, longer than the lease',
  ],
  'two replicas on one queue': [],
  'staff retry clicked ten times in parallel': [],
  'poll and reconcile endpoints failing while POST works': ['accepted', 'unknown', 'after a 503 that lied'],
} as const satisfies Record<string, readonly string[]>;

export type FaultName = keyof typeof faultList;

/** How every lead of the fault ends. */
export interface End {
  state: string;
  reason: string | null;
  /** Create requests that reached Propexo, of all leads together. */
  posts: number;
  /** Records in ResMan for each lead. */
  records: number;
  prospectSees: ProspectState | undefined;
  /** What a person has to do; null: nothing. */
  staff: string | null;
}

export interface Fault {
  fault: FaultName;
  variant?: string;
  upstream?: Upstream;
  /** Propexo never answers: only then does the wait for an answer end early, or a busy machine would look like a fault. */
  hangs?: true;
  /** Plays the fault and moves the clock until its end. */
  play: (office: BackOffice, t: TestContext) => Promise<void>;
  end: End;
}

/** A fault that needs the whole program, a browser, or another part of it: the test that plays it. */
export interface CoveredElsewhere {
  fault: FaultName;
  variant?: string;
  by: { file: string; title: string };
}

export const titleOf = ({ fault, variant }: Pick<Fault, 'fault' | 'variant'>) =>
  variant ? `${fault}: ${variant}` : fault;

/** Delivered once, nobody has to do anything. */
export const delivered: End = {
  state: 'delivered',
  reason: null,
  posts: 1,
  records: 1,
  prospectSees: 'delivered',
  staff: null,
};
export const found: End = { ...delivered, reason: 'found_by_reference' };

/** Sent, and nobody knows: a person looks into ResMan. */
export const lostTrack: End = {
  state: 'unknown',
  reason: 'no_answer',
  posts: 1,
  records: 0,
  prospectSees: 'needs_staff',
  staff: 'look for it in ResMan; say where it is, or send it again',
};

export const minutes = 60;
export const hours = 60 * minutes;
/** All searches and questions of a delivery are over. */
export const twoDays = 48 * hours;

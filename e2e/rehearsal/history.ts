import type { DeliveryState } from '../../lib/delivery/states.ts';

/** Everything that the people, the program and Propexo know in the end; marks tell which lead something is about. */
export interface History {
  clients: ClientTruth[];
  app: AppLead[];
  jobs: UpstreamJob[];
  records: UpstreamRecord[];
  /** Create requests that reached Propexo, whatever became of them. */
  creates: { mark: string; status: number | null }[];
  requests: { total: number; refusedForRate: number };
  /** Requests to the host that redirects pointed at. */
  strayRequests: string[];
  /** How long software searches before staff see it, milliseconds. */
  noticeMs: number;
}

export interface ClientTruth {
  mark: string;
  /** Distinct receipts of 201 answers: none when nobody ever confirmed. */
  receipts: string[];
  tries: number;
}

/** A lead in the program's own database. */
export interface AppLead {
  mark: string;
  receipt: string;
  reference: string;
  /** Null: a lead without a delivery. */
  state: DeliveryState | null;
  reason: string | null;
  attempts: number;
  jobId: string | null;
  /** By the database's clock, epoch milliseconds. */
  receivedAt: number;
  deliveredAt: number | null;
  /** Milliseconds since it is in this state. */
  inStateMs: number;
  /** Null: nothing more happens by itself. */
  dueAt: number | null;
}

export interface UpstreamJob {
  mark: string;
  jobId: string;
  pending: 'no' | 'still' | 'for ever';
  /** Made by `retry-write`, not by a create. */
  isRetry: boolean;
}

/** A lead that ResMan has. */
export interface UpstreamRecord {
  mark: string;
  reference: string;
}

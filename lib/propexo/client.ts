import { type Exchange, exchange } from './exchange.ts';
import type { PropexoLead } from './lead-payload.ts';

export interface PropexoClient {
  /** `POST /v1/leads/resman/`: queues a job; a second call queues a second lead. */
  createLead(lead: PropexoLead): Promise<Exchange>;
  /** `POST /v1/admin/retry-write/{job}`: queues a new job for a failed one. */
  retryWrite(jobId: string): Promise<Exchange>;
  /** `GET /v1/admin/write-status/{job}`. */
  writeStatus(jobId: string): Promise<Exchange>;
  /** `GET /v1/leads/` of one property by exact e-mail or ten-digit phone, the newest first. */
  findLeads(
    query: { property_id: string; email_1?: string; phone_1?: string },
    offset: number,
  ): Promise<Exchange>;
  /** `GET /v1/admin/logs/writes/`: lead jobs of an integration in the past week, the newest first. */
  recentWrites(integrationId: string, offset: number): Promise<Exchange>;
  /** One lead of an integration: a question that changes nothing, to see whether it answers. */
  probe(integrationId: string): Promise<Exchange>;
}

interface Options {
  baseUrl: string;
  token: string;
  connectTimeoutMs: number;
  totalTimeoutMs: number;
}

/** Talks to Propexo; every method reports what happened instead of throwing, for `classify` to judge. */
export function createPropexoClient(options: Options): PropexoClient {
  const call = (method: 'GET' | 'POST', path: string, query: Record<string, string> = {}, body?: unknown) => {
    const url = new URL(`${options.baseUrl}${path}`);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    return exchange({
      method,
      url,
      headers: {
        authorization: `Bearer ${options.token}`,
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      connectTimeoutMs: options.connectTimeoutMs,
      totalTimeoutMs: options.totalTimeoutMs,
    });
  };
  return {
    createLead: (lead) => call('POST', '/v1/leads/resman/', {}, lead),
    retryWrite: (jobId) => call('POST', `/v1/admin/retry-write/${encodeURIComponent(jobId)}`, {}, {}),
    probe: (integrationId) => call('GET', '/v1/leads/', { integration_id: integrationId, limit: '1' }),
    writeStatus: (jobId) => call('GET', `/v1/admin/write-status/${encodeURIComponent(jobId)}`),
    findLeads: (query, offset) =>
      call('GET', '/v1/leads/', {
        ...query,
        'order-by': 'created_at:desc',
        limit: '250',
        offset: String(offset),
      }),
    recentWrites: (integrationId, offset) =>
      call('GET', '/v1/admin/logs/writes/', {
        integration_id: integrationId,
        write_category: 'leads',
        time_range: 'week',
        limit: '100',
        offset: String(offset),
      }),
  };
}

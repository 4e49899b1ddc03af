import { type PropexoConnection, propexoCaller } from './caller.ts';
import type { Exchange } from './exchange.ts';
import type { HomeList } from './homes.ts';
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
  /** `GET /v1/floor-plans/`, `/v1/units/` or `/v1/listings/` of one property, the oldest first: what comes new is at the end. */
  listHomes(
    list: HomeList,
    query: { integration_id: string; property_id: string },
    page: { offset: number; limit: number },
  ): Promise<Exchange>;
  /** `GET /v1/lead-sources/` of one property, the oldest first. */
  listSources(propertyId: string, page: { offset: number; limit: number }): Promise<Exchange>;
}

/** Talks to Propexo; every method reports what happened instead of throwing, for `classify` to judge. */
export function createPropexoClient(options: PropexoConnection): PropexoClient {
  const call = propexoCaller(options);
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
    listHomes: (list, query, page) => call('GET', `/v1/${list}/`, { ...query, ...pageQuery(page) }),
    listSources: (propertyId, page) =>
      call('GET', '/v1/lead-sources/', { property_id: propertyId, ...pageQuery(page) }),
  };
}

function pageQuery({ offset, limit }: { offset: number; limit: number }): Record<string, string> {
  return { 'order-by': 'created_at:asc', limit: String(limit), offset: String(offset) };
}

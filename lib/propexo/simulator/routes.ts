import type { Account } from './account.ts';
import type { Answer } from './answer.ts';
import { createLead } from './create-lead.ts';
import { collections, listOf, oneOf } from './reads.ts';
import type { ApiRequest } from './request.ts';
import type { Endpoint } from './scenario.ts';
import { changeWebhook, createWebhook, deleteWebhook, listWebhooks, readWebhook } from './webhooks.ts';
import { retryWrite, writeLog, writeStatus } from './write-jobs.ts';

export type Handler = (account: Account, request: ApiRequest) => Answer;
type Route = { method: string; path: string; endpoint: Endpoint; handle: Handler };

/** Slashes as documented: lists and creates end in one, by-id paths do not. */
const routes: Route[] = [
  { method: 'POST', path: '/v1/leads/resman/', endpoint: 'create', handle: createLead },
  { method: 'GET', path: '/v1/admin/write-status/{id}', endpoint: 'write-status', handle: writeStatus },
  { method: 'POST', path: '/v1/admin/retry-write/{id}', endpoint: 'retry-write', handle: retryWrite },
  { method: 'GET', path: '/v1/admin/logs/writes/', endpoint: 'write-log', handle: writeLog },
  { method: 'GET', path: '/v1/webhooks/', endpoint: 'webhooks', handle: listWebhooks },
  { method: 'POST', path: '/v1/webhooks/', endpoint: 'webhooks', handle: createWebhook },
  { method: 'GET', path: '/v1/webhooks/{id}', endpoint: 'webhooks', handle: readWebhook },
  { method: 'PUT', path: '/v1/webhooks/{id}', endpoint: 'webhooks', handle: changeWebhook },
  { method: 'DELETE', path: '/v1/webhooks/{id}', endpoint: 'webhooks', handle: deleteWebhook },
  ...Object.entries(collections).flatMap(([name, collection]): Route[] => {
    const endpoint = name === 'leads' ? 'leads' : 'catalog';
    return [
      { method: 'GET', path: `/v1/${name}/`, endpoint, handle: listOf(name, collection) },
      { method: 'GET', path: `/v1/${name}/{id}`, endpoint, handle: oneOf(collection) },
    ];
  }),
];

const patterns = routes.map((route) => ({
  route,
  pattern: new RegExp(`^${route.path.replace('{id}', '(?<id>[^/]+)')}$`),
}));

/** An appointment can be moved, never withdrawn. Source: Propexo docs, cancel-appointment-leads-res-man-not-supported. */
const unsupported = /^\/v1\/events\/appointments\/leads\/cancel\/resman\/?$/;

export type Destination = { route: Route; id: string } | 404 | 405;

export function findRoute(method: string, path: string): Destination {
  for (const { route, pattern } of patterns) {
    const found = route.method === method ? pattern.exec(path) : null;
    if (found) return { route, id: found.groups?.id ?? '' };
  }
  const wrongMethod = routes.some((route) => route.path === path);
  return wrongMethod || unsupported.test(path) ? 405 : 404;
}

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { closedPort, type Server, startForm, startNextApp, startProgram } from '../servers.ts';
import { property } from './guestcard-property.ts';
import type { Asked } from './measure-requests.ts';
import type { PageId } from './page-ids.ts';
import { site, workplace } from './site.ts';

export interface ServedPages {
  url: (id: PageId) => string;
  /** Where pages are asked for as often as they answer. */
  asked: Record<Asked, string>;
  stop: () => Promise<void>;
}

const staticServer = fileURLToPath(new URL('static-server.ts', import.meta.url));

/** Starts everything that serves a page; nobody answers for Propexo, which the form does without. */
export async function servePages(bareNext: string): Promise<ServedPages> {
  const files = await startProgram([staticServer, site], 'Serving', (output) => {
    return /http:\/\/[\d.]+:\d+/.exec(output)?.[0] ?? '';
  });
  const next = await startNextApp(bareNext);
  const guestcard: Server = await startForm((await closedPort()).url, {
    PROPERTIES_FILE: propertiesFile(),
  });
  const url = (id: PageId) => {
    if (id === 'guestcard') return `${guestcard.url}/p/${property.slug}`;
    return id === 'next' ? `${next.url}/` : `${files.url}/${id}/`;
  };
  return {
    url,
    asked: {
      static: url('static'),
      guestcard: url('guestcard'),
      next: url('next'),
      hello: `${next.url}/hello`,
    },
    stop: async () => {
      for (const server of [guestcard, next, files]) await server.stop();
    },
  };
}

function propertiesFile(): string {
  const path = join(workplace, 'properties.json');
  writeFileSync(path, JSON.stringify({ properties: [property] }));
  return path;
}

/** One Content-Security-Policy: what each directive allows; the first of a name counts. */
export type Policy = Map<string, string[]>;

/** @param texts what headers and meta elements say; one header may hold several policies. */
export function readPolicies(texts: readonly string[]): Policy[] {
  return texts
    .flatMap((text) => text.split(','))
    .map((text) => {
      const policy: Policy = new Map();
      for (const directive of text.split(';')) {
        const [name = '', ...sources] = directive.trim().split(/\s+/);
        const known = name.toLowerCase();
        if (known && !policy.has(known)) policy.set(known, sources);
      }
      return policy;
    })
    .filter((policy) => policy.size > 0);
}

/** What a page wants to load. */
export interface Load {
  url: URL;
  page: URL;
  /** Of a script element. */
  nonce?: string | undefined;
}

const governing = {
  frame: ['frame-src', 'child-src', 'default-src'],
  script: ['script-src-elem', 'script-src', 'default-src'],
} as const;

/**
 * Which directive refuses it; undefined when every policy allows it.
 * @param kind of what is loaded
 */
export function refusedBy(policies: Policy[], kind: keyof typeof governing, load: Load): string | undefined {
  for (const policy of policies) {
    const directive = governing[kind].find((name) => policy.has(name));
    if (directive && !allows(policy.get(directive) ?? [], kind, load)) return directive;
  }
  return undefined;
}

function allows(sources: string[], kind: keyof typeof governing, { url, page, nonce }: Load): boolean {
  if (kind === 'script') {
    if (nonce && sources.includes(`'nonce-${nonce}'`)) return true;
    // It makes browsers pass over every address in the list.
    if (sources.some((source) => source.toLowerCase() === "'strict-dynamic'")) return false;
  }
  return sources.some((source) => matches(source, url, page));
}

const hostSource = /^(?:([a-z][a-z0-9+.-]*):\/\/)?(\*|(?:\*\.)?[^/:*]+)(?::(\d+|\*))?(\/[^?#]*)?$/i;

function matches(source: string, url: URL, page: URL): boolean {
  if (source === '*') return url.protocol === 'https:' || url.protocol === 'http:';
  if (source.toLowerCase() === "'self'")
    return url.hostname === page.hostname && sameScheme(page.protocol, url) && samePort(page.port, page, url);
  const scheme = /^([a-z][a-z0-9+.-]*):$/i.exec(source)?.[1];
  if (scheme) return sameScheme(`${scheme.toLowerCase()}:`, url);
  const [, itsScheme, host = '', port, path] = hostSource.exec(source) ?? [];
  if (!host) return false;
  return (
    sameScheme(itsScheme ? `${itsScheme.toLowerCase()}:` : page.protocol, url) &&
    sameHost(host.toLowerCase(), url.hostname) &&
    (port === '*' || samePort(port ?? '', undefined, url)) &&
    (!path || (path.endsWith('/') ? url.pathname.startsWith(path) : url.pathname === path))
  );
}

/** A list that allows http allows https, too. */
function sameScheme(protocol: string, url: URL): boolean {
  return protocol === url.protocol || (protocol === 'http:' && url.protocol === 'https:');
}

function sameHost(host: string, hostname: string): boolean {
  if (host === '*') return true;
  return host.startsWith('*.') ? hostname.endsWith(host.slice(1)) : hostname === host;
}

const usual: Record<string, string> = { 'http:': '80', 'https:': '443' };

function samePort(port: string, of: URL | undefined, url: URL): boolean {
  const wanted = port || (of ? usual[of.protocol] : usual[url.protocol]);
  const its = url.port || usual[url.protocol];
  return wanted === its || (wanted === '80' && its === '443');
}

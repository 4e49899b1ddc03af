/** The part of a content policy that says whose pages may show this one in a frame: these origins, or nobody. */
export function frameAncestors(origins: readonly string[]): string {
  return `frame-ancestors ${origins.length > 0 ? origins.join(' ') : "'none'"}`;
}

/** What every answer says at least, until a page says more. */
export function answerPolicy(origins: readonly string[]): string {
  return `${frameAncestors(origins)}; base-uri 'none'; object-src 'none'`;
}

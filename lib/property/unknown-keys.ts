/** Zod's own words for a key that is not known do not say what to do about it. */
export function unknownKeys(issue: { code?: string; keys?: string[] }): string {
  return issue.code === 'unrecognized_keys'
    ? `has settings that do not exist: ${issue.keys?.join(', ')}`
    : 'must be an object';
}

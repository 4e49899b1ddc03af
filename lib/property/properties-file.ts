import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { ConfigurationError } from '../env.ts';
import { type Property, propertySchema } from './property.ts';
import { unknownKeys } from './unknown-keys.ts';

const fileSchema = z
  .strictObject(
    {
      properties: z
        .array(propertySchema, { error: 'must be a list of properties' })
        .max(10_000, { error: 'can have at most 10,000 entries' }),
    },
    { error: unknownKeys },
  )
  // Also when something else is wrong: every fault is named at once.
  .superRefine(nothingTwice, { when: ({ value }) => Array.isArray(Object(value).properties) });

/** What of an entry can be compared, whatever else is wrong with it. */
const comparable = z
  .object({
    slug: z.string().catch(''),
    sources: z.array(z.object({ alias: z.string().catch('') }).catch({ alias: '' })).catch([]),
  })
  .catch({ slug: '', sources: [] });

function nothingTwice({ properties }: { properties: unknown[] }, context: z.RefinementCtx): void {
  const slugs = new Map<string, number>();
  properties.forEach((entry, index) => {
    const { slug, sources } = comparable.parse(entry);
    const fault = (path: PropertyKey[], message: string) =>
      context.addIssue({ code: 'custom', path: ['properties', index, ...path], message });
    const earlier = slugs.get(slug);
    if (slug && earlier !== undefined) fault(['slug'], `"${slug}" is used by properties[${earlier}] already`);
    else slugs.set(slug, index);
    sources.forEach(({ alias }, place) => {
      if (alias && sources.findIndex((source) => source.alias === alias) < place)
        fault(['sources', place, 'alias'], `"${alias}" is listed twice`);
    });
  });
}

/**
 * Reads `PROPERTIES_FILE`.
 * @throws ConfigurationError that names every fault with its place in the file, like `properties[1].sources[0].alias`.
 */
export function readPropertiesFile(path: string): Property[] {
  const cannot = (what: string, cause?: unknown) =>
    new ConfigurationError(`Guestcard cannot start: PROPERTIES_FILE (${path}) ${what}`, { cause });
  let content: unknown;
  try {
    // Editors on Windows put a byte order mark first, which JSON does not know.
    content = JSON.parse(readFileSync(/*turbopackIgnore: true*/ path, 'utf8').replace(/^\ufeff/, ''));
  } catch (error) {
    if (error instanceof SyntaxError) throw cannot(`is not valid JSON: ${error.message}`, error);
    throw cannot(`cannot be read: ${(error as Error).message}`, error);
  }
  const parsed = fileSchema.safeParse(content);
  if (parsed.success) return parsed.data.properties;
  const faults = parsed.error.issues.map((issue) => `  - ${placeInFile(issue.path)} ${issue.message}`);
  throw cannot(['needs to be changed:', ...faults].join('\n'));
}

function placeInFile(path: PropertyKey[]): string {
  const place = path.reduce<string>(
    (before, step) =>
      typeof step === 'number' ? `${before}[${step}]` : `${before}${before && '.'}${String(step)}`,
    '',
  );
  return place || 'The file';
}

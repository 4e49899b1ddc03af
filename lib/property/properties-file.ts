import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { ConfigurationError } from '../env.ts';
import { type Property, propertySchema, unknownKeys } from './property.ts';

const fileSchema = z
  .strictObject(
    {
      properties: z
        .array(propertySchema, { error: 'must be a list of properties' })
        .max(10_000, { error: 'can have at most 10,000 entries' }),
    },
    { error: unknownKeys },
  )
  .superRefine(({ properties }, context) => {
    const seen = new Map<string, number>();
    properties.forEach(({ slug, sources }, index) => {
      const earlier = seen.get(slug);
      if (earlier !== undefined) {
        context.addIssue({
          code: 'custom',
          path: ['properties', index, 'slug'],
          message: `"${slug}" is used by properties[${earlier}] already`,
        });
      }
      seen.set(slug, index);
      sources.forEach(({ alias }, place) => {
        if (sources.findIndex((source) => source.alias === alias) < place) {
          context.addIssue({
            code: 'custom',
            path: ['properties', index, 'sources', place, 'alias'],
            message: `"${alias}" is listed twice`,
          });
        }
      });
    });
  });

/**
 * Reads `PROPERTIES_FILE`.
 * @throws ConfigurationError that names every fault with its place in the file, like `properties[1].sources[0].alias`.
 */
export function readPropertiesFile(path: string): Property[] {
  const cannot = (what: string, cause?: unknown) =>
    new ConfigurationError(`Guestcard cannot start: PROPERTIES_FILE (${path}) ${what}`, { cause });
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(/*turbopackIgnore: true*/ path, 'utf8'));
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

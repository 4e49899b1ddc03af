import { createHash } from 'node:crypto';
import type { Property } from '../property/property.ts';
import type { LeadAnswers } from './schema.ts';

/**
 * What makes two submissions the same: the property and every answer as it was sent, not how they came here, nor what became of
 * a home between them.
 */
export function hashContent({
  property,
  answers,
}: {
  property: Pick<Property, 'slug'>;
  answers: LeadAnswers;
}): string {
  const content = Object.entries(answers)
    .filter(([, value]) => value !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([property.slug, content]))
    .digest('hex');
}

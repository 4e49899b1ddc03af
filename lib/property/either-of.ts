import { z } from 'zod';

/**
 * A value of one of several kinds, told apart by how it looks, so that a fault is named as one of the kind that was
 * meant: Zod's own union only says that nothing fits.
 * @param choose the schema for what looks like this, or undefined
 * @param otherwise what to say about a value of no kind
 */
export function eitherOf<Kind extends z.ZodType>(
  choose: (value: string | object) => Kind | undefined,
  otherwise: string,
) {
  return z.unknown().transform((value, context): z.output<Kind> => {
    const kind = typeof value === 'string' || isObject(value) ? choose(value) : undefined;
    const parsed = kind?.safeParse(value);
    if (parsed?.success) return parsed.data;
    const issues = parsed?.error.issues ?? [{ path: [], message: otherwise }];
    for (const { path, message } of issues) context.addIssue({ code: 'custom', path, message });
    return z.NEVER;
  });
}

const isObject = (value: unknown): value is object => Object(value) === value && !Array.isArray(value);

import type { Theme } from '#lib/property/theme.ts';

interface Props {
  name: string;
  theme: Pick<Theme, 'logo' | 'scheme'>;
}

/** Whose page this is: the property's logo, or its initials and its name. */
export function PropertyBrand({ name, theme: { logo, scheme = 'auto' } }: Props) {
  if (!logo)
    return (
      <span className="flex min-w-0 items-center gap-3 font-semibold text-lg">
        <span
          aria-hidden="true"
          className="grid size-11 shrink-0 place-items-center rounded-xl bg-accent font-display text-on-accent"
        >
          {initials(name)}
        </span>
        <span className="min-w-0">{name}</span>
      </span>
    );
  const { src, dark, alt = name } = logo;
  // A box of its own size, whatever the picture's: nothing moves when it arrives, and no phone is too narrow for it.
  const picture = (
    <img
      src={scheme === 'dark' ? (dark ?? src) : src}
      alt={alt}
      width="224"
      height="56"
      className="h-14 w-56 max-w-full object-contain object-left font-semibold text-lg rtl:object-right"
    />
  );
  if (!dark || scheme !== 'auto') return picture;
  return (
    <picture>
      <source media="(prefers-color-scheme:dark)" srcSet={dark} />
      {picture}
    </picture>
  );
}

function initials(name: string): string {
  return name
    .replace(/^the\s+/i, '')
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase())
    .join('');
}

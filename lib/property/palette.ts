/** What a page looks like: its own colours follow the person's device, unless the property chose one of the two. */
export type Scheme = 'light' | 'dark';

/** The colours that no property changes, by the names that the style sheet knows them by (`--canvas`, …). */
export const palettes = {
  light: {
    canvas: '#f6f4f0',
    surface: '#ffffff',
    field: '#ffffff',
    ink: '#1c1917',
    muted: '#57534e',
    line: '#e3dfd8',
    edge: '#85807a',
    danger: '#b42318',
    'danger-wash': '#fef3f2',
    notice: '#7a4a05',
    'notice-wash': '#fdf3dc',
  },
  dark: {
    canvas: '#161412',
    surface: '#211e1b',
    field: '#191715',
    ink: '#f5f2ee',
    muted: '#b5aea6',
    line: '#37322d',
    edge: '#8c857c',
    danger: '#ff9c92',
    'danger-wash': '#3a1b18',
    notice: '#f3cf86',
    'notice-wash': '#352810',
  },
} as const satisfies Record<Scheme, Record<string, string>>;

export type Palette = Record<keyof (typeof palettes)['light'], string>;

/** The colours that follow from a property's own. */
export interface AccentColors {
  /** Buttons and marks. */
  accent: string;
  'accent-hover': string;
  'on-accent': string;
  /** The accent as text, and the ring around what has the focus. */
  'accent-ink': string;
  /** A wash of it, behind a choice that was made. */
  'accent-wash': string;
}

export type ColorName = keyof Palette | keyof AccentColors;

const grounds = ['canvas', 'surface', 'field'] as const;
const on = (colors: ColorName[], behind: readonly ColorName[], least: number) =>
  colors.flatMap((color) => behind.map((ground) => [color, ground, least] as const));

/**
 * Every pair that the style sheet and the components put together, with the contrast that WCAG 2.2 asks for: 4.5 for
 * text (1.4.3), 3 for the edges of controls and the focus (1.4.11). `line` only parts what is apart already.
 */
export const pairs: readonly (readonly [color: ColorName, ground: ColorName, least: number])[] = [
  ...on(['ink', 'muted', 'danger', 'accent-ink'], grounds, 4.5),
  ...on(['accent-ink', 'ink', 'muted'], ['accent-wash'], 4.5),
  ...on(['danger', 'ink'], ['danger-wash'], 4.5),
  ...on(['notice', 'ink'], ['notice-wash'], 4.5),
  ...on(['on-accent'], ['accent', 'accent-hover'], 4.5),
  ...on(['accent', 'accent-hover', 'edge'], grounds, 3),
];

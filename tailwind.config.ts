import type { Config } from 'tailwindcss';

/** Colours are named for what they do; their values, for light and dark, are in lib/property/palette.ts. */
export default {
  theme: {
    extend: {
      colors: {
        canvas: 'var(--canvas)',
        surface: 'var(--surface)',
        field: 'var(--field)',
        ink: 'var(--ink)',
        muted: 'var(--muted)',
        line: 'var(--line)',
        edge: 'var(--edge)',
        accent: 'var(--accent)',
        'accent-hover': 'var(--accent-hover)',
        'on-accent': 'var(--on-accent)',
        'accent-ink': 'var(--accent-ink)',
        'accent-wash': 'var(--accent-wash)',
        danger: 'var(--danger)',
        'danger-wash': 'var(--danger-wash)',
        notice: 'var(--notice)',
        'notice-wash': 'var(--notice-wash)',
      },
      // However round something is by its nature, the property's own measure decides.
      borderRadius: {
        md: 'calc(var(--radius) * 0.6)',
        lg: 'calc(var(--radius) * 0.8)',
        xl: 'var(--radius)',
        '2xl': 'calc(var(--radius) * 1.6)',
      },
      fontFamily: {
        // System fonts: nothing to download, nothing that shifts.
        sans: [
          'system-ui',
          '-apple-system',
          '"Segoe UI"',
          'Roboto',
          '"Helvetica Neue"',
          'Arial',
          'sans-serif',
        ],
        display: ['"Iowan Old Style"', '"Palatino Linotype"', 'Palatino', 'P052', 'Georgia', 'serif'],
      },
    },
  },
} satisfies Config;

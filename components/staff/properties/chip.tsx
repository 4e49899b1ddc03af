const tones = {
  good: 'bg-accent-wash text-accent-ink',
  bad: 'bg-danger-wash text-danger',
  warning: 'bg-notice-wash text-notice',
  plain: 'bg-canvas text-ink ring-1 ring-line ring-inset',
};

/** A few words about a state; the colour only repeats them. */
export function Chip({ tone, children }: { tone: keyof typeof tones; children: string }) {
  return (
    <span className={`inline-block max-w-full rounded-full px-2.5 py-0.5 font-medium text-sm ${tones[tone]}`}>
      {children}
    </span>
  );
}

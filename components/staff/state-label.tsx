import type { DeliveryState } from '#lib/delivery/states.ts';

const tones: Partial<Record<DeliveryState, string>> = {
  failed: 'bg-danger-wash text-danger',
  unknown: 'bg-notice-wash text-notice',
  quarantined: 'bg-notice-wash text-notice',
  delivered: 'bg-accent-wash text-accent-ink',
};

/** A state in words; its colour only repeats them. */
export function StateLabel({ state, children }: { state: DeliveryState; children: string }) {
  return (
    <span
      className={`inline-block rounded-full px-2.5 py-0.5 font-medium text-sm ${tones[state] ?? 'bg-canvas text-ink ring-1 ring-line ring-inset'}`}
    >
      {children}
    </span>
  );
}

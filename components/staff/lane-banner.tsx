import { duration } from '#lib/staff/ago.ts';
import type { OpenLane } from '#lib/staff/list-leads.ts';

const said: Record<string, { what: string; next: string }> = {
  credentials: {
    what: 'Propexo does not accept the API token',
    next: 'Whoever runs this program has to correct PROPEXO_API_TOKEN and start it again.',
  },
  configuration: {
    what: 'Propexo has nothing at the address that is set',
    next: 'Whoever runs this program has to correct PROPEXO_BASE_URL and start it again.',
  },
  failing: {
    what: 'Propexo keeps failing',
    next: 'We try again by ourselves. If it lasts, ask Propexo’s support whether they know of it.',
  },
};

/** An integration to which nothing is sent: renters notice nothing, staff should know. */
export function LaneBanner({ lane, now }: { lane: OpenLane; now: number }) {
  const { what, next } = said[lane.reason] ?? {
    what: 'Nothing is sent to ResMan at the moment',
    next: 'We try again by ourselves.',
  };
  const whose = lane.properties.length > 0 ? ` for ${lane.properties.join(', ')}` : '';
  return (
    <section
      aria-label="Delivery is held up"
      className="mt-5 rounded-xl border-2 border-notice bg-notice-wash p-4 text-notice"
    >
      <p className="font-semibold">
        {what}
        {whose}
        {lane.since !== undefined && ` (for ${duration(now - lane.since)})`}
      </p>
      <p className="mt-1">Leads wait here and are sent when it works again. Nothing is lost. {next}</p>
    </section>
  );
}

/** Nobody may mistake the demo for the real thing. */
export function DemoBanner() {
  return (
    <aside aria-label="Demo" className="bg-notice-wash px-5 py-2 text-center text-notice text-sm">
      <strong className="font-semibold">Demo.</strong> Inquiries go to a local simulator, not to a leasing
      team.
    </aside>
  );
}

export function PhoneLink({ phone }: { phone: string }) {
  return (
    <a
      href={`tel:${phone.replace(/[^\d+]/g, '')}`}
      className="inline-block font-semibold text-accent-ink underline decoration-1 underline-offset-4 hover:decoration-2"
    >
      {phone}
    </a>
  );
}

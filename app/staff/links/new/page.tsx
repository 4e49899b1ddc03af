import type { Metadata } from 'next';
import Link from 'next/link';
import { textLink } from '#components/staff/buttons.ts';
import { NewLinkForm } from '#components/staff/links/new-link-form.tsx';
import { StaffFrame } from '#components/staff/staff-frame.tsx';
import { runningApp } from '#lib/app/running-app.ts';
import { listProperties } from '#lib/property/published-properties.ts';
import { requireStaff } from '#lib/staff/session.ts';
import { signOut } from '../../sign-out.ts';
import { makeNewLink } from './make-link.ts';

export const metadata: Metadata = { title: 'Make a link', robots: { index: false } };

export default async function NewLinkPage({ searchParams }: PageProps<'/staff/links/new'>) {
  const asked = (await searchParams).property;
  const property = typeof asked === 'string' ? asked.slice(0, 64) : '';
  const { email } = await requireStaff(`/staff/links/new?property=${encodeURIComponent(property)}`);
  const properties = await listProperties(runningApp().database);
  const aliases = properties.flatMap(({ sources }) => sources.map(({ alias }) => alias));
  return (
    <StaffFrame email={email} signOut={signOut}>
      <p>
        <Link
          href="/staff/links"
          prefetch={false}
          className={`${textLink} inline-flex min-h-11 items-center`}
        >
          ← All links
        </Link>
      </p>
      <h1 className="mt-1 font-display text-4xl leading-tight">Make a link</h1>
      <p className="mt-3 max-w-prose text-muted">
        Whoever comes by it brings its source and campaign along, signed, so that you can trust what a lead
        says of itself. You get a short address, and a QR code for print.
      </p>
      <NewLinkForm
        action={makeNewLink}
        properties={properties.map(({ slug, name }) => ({ slug, name }))}
        aliases={[...new Set(aliases)].toSorted()}
        property={property}
      />
    </StaffFrame>
  );
}

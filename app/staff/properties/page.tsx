import type { Metadata } from 'next';
import { PropertyRows } from '#components/staff/properties/property-rows.tsx';
import { StaffFrame } from '#components/staff/staff-frame.tsx';
import { runningApp } from '#lib/app/running-app.ts';
import { checkProperties } from '#lib/property/checked-properties.ts';
import { listProperties } from '#lib/property/published-properties.ts';
import { requireStaff } from '#lib/staff/session.ts';
import { signOut } from '../sign-out.ts';

export const metadata: Metadata = { title: 'Properties', robots: { index: false } };

export default async function PropertiesPage() {
  const { email } = await requireStaff('/staff/properties');
  const { database, environment } = runningApp();
  const { checked } = await checkProperties(database, await listProperties(database));
  return (
    <StaffFrame email={email} signOut={signOut}>
      <h1 className="font-display text-4xl leading-tight">Properties</h1>
      <p className="mt-2 max-w-prose text-muted">
        The form of each: what to paste into its website, how it looks, and whether its lead sources are in
        ResMan.
      </p>
      {checked.length === 0 ? (
        <p className="mt-6 rounded-xl border border-line bg-surface p-5 text-muted">
          No form is published. Whoever runs Guestcard lists them in the properties file.
        </p>
      ) : (
        <PropertyRows checked={checked} appUrl={environment.appUrl} />
      )}
    </StaffFrame>
  );
}

import type { Metadata } from 'next';
import { StatusContent } from '#components/lead-status/status-content.tsx';

export const metadata: Metadata = { robots: { index: false } };

export default async function StatusPage({ params, searchParams }: PageProps<'/status/[receipt]'>) {
  return <StatusContent receipt={(await params).receipt} place="page" query={await searchParams} />;
}

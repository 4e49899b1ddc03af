import type { Metadata } from 'next';
import { StatusContent } from '#components/lead-status/status-content.tsx';

export const metadata: Metadata = { robots: { index: false } };

export default async function EmbedStatusPage({
  params,
  searchParams,
}: PageProps<'/embed/status/[receipt]'>) {
  return <StatusContent receipt={(await params).receipt} place="embed" query={await searchParams} />;
}

import type { NextRequest } from 'next/server';
import { runningApp } from '#lib/app/running-app.ts';
import { csvHeaders } from '#lib/staff/csv.ts';
import { exportLeads } from '#lib/staff/export-leads.ts';
import { requireStaff } from '#lib/staff/session.ts';

/** All leads, or those of one property, for a spreadsheet. */
export async function GET(request: NextRequest): Promise<Response> {
  await requireStaff('/staff/leads');
  const { database } = runningApp();
  const property = request.nextUrl.searchParams.get('property') || undefined;
  const pieces = exportLeads(database, property);
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
  return new Response(body, { headers: csvHeaders('leads.csv') });
}

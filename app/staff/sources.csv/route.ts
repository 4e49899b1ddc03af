import { runningApp } from '#lib/app/running-app.ts';
import { csvHeaders } from '#lib/staff/csv.ts';
import { requireStaff } from '#lib/staff/session.ts';
import { csvName, sourceCsv } from '#lib/visits/source-csv.ts';
import { sourceReport } from '#lib/visits/source-report.ts';
import { sourcesAddress, wantedSources } from '#lib/visits/wanted-sources.ts';

/** What `/staff/sources` shows, as a file, each property apart. */
export async function GET(request: Request): Promise<Response> {
  const query = Object.fromEntries(new URL(request.url).searchParams);
  await requireStaff(sourcesAddress('/staff/sources.csv', query));
  const { database } = runningApp();
  const { properties, chosen, days } = await wantedSources(database, query, Date.now());
  const report = await sourceReport(database, properties, days, 'property');
  return new Response(sourceCsv(report, properties, days), {
    headers: csvHeaders(csvName(chosen, days)),
  });
}

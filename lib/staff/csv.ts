import { stringify } from 'csv-stringify/sync';

/** Spreadsheets take a file without it for the letters of an old Windows. */
export const byteOrderMark = '\ufeff';

/** Rows as spreadsheets read them. What begins like a formula is marked as text: strangers wrote some of it. */
export function csvRows(rows: readonly (readonly (string | number | undefined)[])[]): string {
  return stringify(
    rows.map((row) => row.map((cell) => (isFormula(cell) ? `'${cell}` : cell))),
    { record_delimiter: 'windows' },
  );
}

/** Also in the wide letters of East Asia; a telephone number begins like one, and is none. */
function isFormula(cell: string | number | undefined): boolean {
  return typeof cell === 'string' && /^[=+\-@\t\r＝＋－＠]/.test(cell) && !/^\+\d{7,15}$/.test(cell);
}

/**
 * A whole table.
 * @param columns key of a row, and what stands above its column
 */
export function toCsv<Row extends Partial<Record<Key, string | number | undefined>>, Key extends string>(
  columns: [Key, string][],
  rows: Row[],
): string {
  const names = columns.map(([, name]) => name);
  return byteOrderMark + csvRows([names, ...rows.map((row) => columns.map(([key]) => row[key]))]);
}

/** What tells a browser to keep the answer as a file of this name. */
export function csvHeaders(filename: string): Record<string, string> {
  return {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${filename}"`,
    'cache-control': 'no-store',
  };
}

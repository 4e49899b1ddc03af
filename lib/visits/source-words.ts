import { conversion, type SourceFigures } from './source-figures.ts';
import { otherName } from './visit-sums.ts';

/** A source as staff read it. */
export function sourceName(source: string): string {
  if (source === '') return 'No source in the link';
  return source === otherName ? 'Further names' : source;
}

export function campaignName(campaign: string): string {
  return campaign === otherName ? 'further campaigns' : campaign;
}

/** "4 %", "0.4 %"; a dash where the views do not account for the submits. */
export function percentOf(figures: SourceFigures): string {
  const percent = conversion(figures);
  if (percent === undefined) return '–';
  return `${percent >= 10 || percent === 0 ? Math.round(percent) : percent.toFixed(1).replace('.0', '')} %`;
}

/** "under 1 min", "12 min", "2 h 5 min", "3 days"; a dash where nothing was delivered. */
export function spent(minutes: number | undefined): string {
  if (minutes === undefined) return '–';
  if (minutes < 1) return 'under 1 min';
  const whole = Math.round(minutes);
  if (whole < 60) return `${whole} min`;
  if (whole < 48 * 60) return `${Math.floor(whole / 60)} h${whole % 60 > 0 ? ` ${whole % 60} min` : ''}`;
  return `${Math.round(whole / (24 * 60))} days`;
}

export function counted(count: number, one: string, many = `${one}s`): string {
  return `${numberOf(count)} ${count === 1 ? one : many}`;
}

export const numberOf = (count: number) => count.toLocaleString('en-US');

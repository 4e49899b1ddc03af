/** Something about a website's page that concerns the form in it, and the mend, in words for staff. */
export interface Finding {
  kind: string;
  /** blocks: the form does not show or cannot be sent. limits: it works, but not all of it. hint: it could be better. */
  severity: 'blocks' | 'limits' | 'hint';
  what: string;
  mend: string;
  /** To be copied. */
  code?: string;
}

const order = ['blocks', 'limits', 'hint'];

export function worstFirst(findings: Finding[]): Finding[] {
  return findings.toSorted((one, other) => order.indexOf(one.severity) - order.indexOf(other.severity));
}

/** "Maple Court", "Maple Court and Cedar Row", "3 properties". */
export function propertiesIn(slugs: string[], names: Map<string, string>): string {
  if (names.size === 1) return 'this property';
  return slugs.length > 2
    ? `${slugs.length} properties`
    : slugs.map((slug) => names.get(slug) ?? slug).join(' and ');
}

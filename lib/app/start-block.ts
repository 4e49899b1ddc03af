import type { Environment } from '../env.ts';
import type { Property } from '../property/property.ts';
import { accentRemark } from '../property/theme-rule.ts';

/**
 * What the person who started the program wants to know, in one look.
 * @param setUpToken for as long as nobody can sign in
 */
export function startBlock(
  settings: Environment,
  properties: Property[],
  setUpToken: string | undefined,
): string {
  const addresses = properties.map(({ slug, name }) => `${settings.appUrl}/p/${slug}  (${name})`);
  const forms = firstFive(addresses, `, see ${settings.appUrl}/`);
  const remarks = properties.flatMap((property) => accentRemark(property) ?? []);
  const rows: [string, string[]][] = [
    [
      'Forms',
      forms.length > 0 ? forms : ['none yet: list your properties in a file and set PROPERTIES_FILE'],
    ],
    [
      'Staff door',
      setUpToken
        ? [
            `${settings.appUrl}/staff/set-up?token=${setUpToken}`,
            'Open this once to make the first account. It works for 24 hours.',
          ]
        : [`${settings.appUrl}/staff`],
    ],
    [
      'Leads go to',
      settings.demo
        ? ['the local simulator (demo mode). Set PROPEXO_API_TOKEN to send them to ResMan.']
        : [`ResMan, through Propexo at ${settings.propexo.baseUrl}`],
    ],
    ['Kept in', [settings.databaseUrl ? 'PostgreSQL' : settings.dataDir]],
    ['Colors', firstFive(remarks, '')],
  ];
  const lines = rows.flatMap(([label, values]) =>
    values.map((value, index) => `  ${(index === 0 ? label : '').padEnd(13)}${value}`),
  );
  return ['', '  Guestcard is running. Stop it with Ctrl-C.', '', ...lines, ''].join('\n');
}

/** Who publishes hundreds of forms looks at the first few. */
function firstFive(lines: string[], where: string): string[] {
  return lines.length > 5 ? [...lines.slice(0, 5), `and ${lines.length - 5} more${where}`] : lines;
}

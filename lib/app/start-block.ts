import type { Environment } from '../env.ts';
import type { Property } from '../property/property.ts';

/** What the person who started the program wants to know, in one look. */
export function startBlock(settings: Environment, properties: Property[]): string {
  const forms = properties.slice(0, 5).map(({ slug, name }) => `${settings.appUrl}/p/${slug}  (${name})`);
  if (properties.length > 5) forms.push(`and ${properties.length - 5} more, see ${settings.appUrl}/`);
  const rows: [string, string[]][] = [
    [
      'Forms',
      forms.length > 0 ? forms : ['none yet: list your properties in a file and set PROPERTIES_FILE'],
    ],
    ['Staff door', [`will be at ${settings.appUrl}/staff`]],
    [
      'Leads go to',
      settings.demo
        ? ['the local simulator (demo mode). Set PROPEXO_API_TOKEN to send them to ResMan.']
        : [`ResMan, through Propexo at ${settings.propexo.baseUrl}`],
    ],
    ['Kept in', [settings.databaseUrl ? 'PostgreSQL' : settings.dataDir]],
  ];
  const lines = rows.flatMap(([label, values]) =>
    values.map((value, index) => `  ${(index === 0 ? label : '').padEnd(13)}${value}`),
  );
  return ['', '  Guestcard is running. Stop it with Ctrl-C.', '', ...lines, ''].join('\n');
}

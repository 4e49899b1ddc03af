/** What a frame knows of its visitor's way once the website around it has spoken. */
export interface MergedVisit {
  /** The frame's own query, made to say it, too. */
  search: string;
  /** The same facts as hidden fields, under the names of `attributionFields`. */
  fields: [name: string, value: string][];
  /** Whether source, campaign or click ids are others than the frame's address said. */
  changed: boolean;
}

/**
 * Puts together what the address of a frame says and what the address of the page around it says. A signed link in the
 * frame's own address stays. Else what led the visitor to the page takes the place of what the website has put into its
 * frame. Click ids, page and referrer are added.
 *
 * Also sent to the browser as its source, see early-script.ts: it may use nothing but what is inside of it.
 * @param address the frame's own query
 * @param around what the page around it says, as a query
 * @param preset a source for visitors whose page says none
 */
export function mergeVisit(address: string, around: string, preset = ''): MergedVisit {
  const utm = 'utm_source utm_medium utm_campaign utm_term utm_content utm_id'.split(' ');
  const link = ['source', ...utm, 'gc_signature', 'gc_expires', 'gc_link'];
  const clicks = 'gclid gbraid wbraid dclid fbclid msclkid ttclid li_fat_id twclid'.split(' ');
  const places = ['gc_page', 'gc_referrer'];
  const sources = ['source', 'lead_source', 'src', 'ref', 'utm_knock_source_title'];

  const reader = (text: string) => {
    const query = new URLSearchParams(text);
    return (name: string) => {
      for (const known of name === 'source' ? sources : [name])
        for (const spelling of [`gc_${known}`, known]) {
          const value = query.get(spelling)?.trim().slice(0, 200);
          if (value) return value;
        }
      return '';
    };
  };
  const own = reader(address);
  const said = reader(around);
  const page = (name: string) =>
    said(name) || (name === 'source' && !said('utm_source') ? preset.trim().slice(0, 200) : '');

  const speaker = !own('gc_signature') && link.some(page) ? page : own;
  const merged = (name: string) => (link.includes(name) ? speaker(name) : page(name) || own(name));
  const names = [...link, ...clicks, ...places];
  const fields = names.flatMap((name): [string, string][] => {
    const value = merged(name);
    return value ? [[name, value]] : [];
  });

  const search = new URLSearchParams(address);
  for (const name of [...names, ...sources]) {
    search.delete(name);
    search.delete(`gc_${name}`);
  }
  for (const [name, value] of fields) search.set(name, value);
  const changed = [...link, ...clicks].some((name) => merged(name) !== own(name));
  return { search: search.toString(), fields, changed };
}

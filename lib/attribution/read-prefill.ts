/** What a link knows of the answers to a form, under the names of its inputs; the home as plan and unit apart. */
export type Prefill = Record<string, string>;

/**
 * Reads the answers that a link brings along, from its query or its fragment: known names only, each value cleaned and
 * capped at 200 characters. Consent is never among them, nor anything that a person does not see. Whether a value is one
 * that this form offers is for whoever fills it in.
 *
 * Every name may be written in camelCase, and with `gc_` in front for websites that keep the plain ones for themselves.
 *
 * Also sent to the browser as its source, see early-script.ts: it may use nothing but what is inside of it.
 * @param query as in an address, without its `?` or `#`
 */
export function readPrefill(query: string): Prefill {
  const names =
    'first_name last_name email_1 phone_1 phone_1_type phone_2 phone_2_type target_move_in_date desired_num_bedrooms desired_num_bathrooms desired_max_rent desired_lease_term_in_months floor_plan_id unit_id address_1 address_2 city state zip notes'.split(
      ' ',
    );
  const aliases = new Map([
    ['email', 'email_1'],
    ['phone', 'phone_1'],
    ['movein', 'target_move_in_date'],
    ['moveindate', 'target_move_in_date'],
    ['bedrooms', 'desired_num_bedrooms'],
    ['bathrooms', 'desired_num_bathrooms'],
    ['maxrent', 'desired_max_rent'],
    ['leaseterm', 'desired_lease_term_in_months'],
    ['floorplan', 'floor_plan_id'],
    ['unit', 'unit_id'],
  ]);
  for (const name of names) aliases.set(name.replaceAll('_', ''), name);
  const nameOf = (key: string) =>
    /^question_[a-z][a-z0-9_]{0,29}$/.test(key) ? key : aliases.get(key.replace(/[_-]/g, '').toLowerCase());

  const clean = (name: string, text: string) => {
    const visible = text.replace(/\r\n?/g, '\n').replace(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}]/gu, '');
    // A plus that nobody encoded is read as a space.
    const meant = name === 'email_1' ? visible.trim().replace(/\s(?=.*@)/g, '+') : visible;
    return (
      (name === 'notes' ? meant : meant.replace(/\s+/g, ' '))
        .trimStart()
        .slice(0, 200)
        // The cut may leave a space or half a character at the end.
        .replace(/\p{Cs}$/u, '')
        .trimEnd()
    );
  };

  const phone = (text: string) => {
    const digits = text.replace(/\D/g, '').length;
    // Longer than a number of this country: only its plus is missing.
    if (digits > 10 && digits < 16 && /^[1-9][\d\s().-]*$/.test(text)) return `+${text}`;
    return digits < 7 ? '' : text;
  };
  const date = (text: string) => {
    const [, month = '', day = '', year] = /^(\d\d?)\/(\d\d?)\/(\d{4})$/.exec(text) ?? [];
    const iso = year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text;
    const time = /^\d{4}-\d\d-\d\d$/.test(iso) ? Date.parse(iso) : Number.NaN;
    // A day that does not exist is read as one of the next month, or not at all.
    return time >= 0 && new Date(time).toISOString().startsWith(iso) ? iso : '';
  };
  const number = (text: string) => {
    if (/^studio$/i.test(text)) return '0';
    return /^\d{1,3}(\.\d{1,2})?$/.test(text) ? String(Number(text)) : '';
  };
  const suited = (name: string, text: string) => {
    // What a mailing tool has not filled in.
    if (/^[{[*%$<].*[}\]*%$>]$/.test(text)) return '';
    if (name === 'email_1') return /^[^\s@"<>,;]+@[^\s@"<>,;]+\.[^\s@"<>,;.]{2,}$/.test(text) ? text : '';
    if (/^phone_\d$/.test(name)) return phone(text);
    if (/^phone_\d_type$/.test(name)) return text.toUpperCase();
    if (/date$/.test(name)) return date(text);
    if (/(rooms|months)$/.test(name)) return number(text);
    return text;
  };

  const prefill: Prefill = {};
  const entries = [...new URLSearchParams(query.replace(/(phone\w*=)\+(?=\d)/gi, '$1%2B'))];
  const own = /^gc[_-]?/i;
  for (const isOwn of [true, false])
    for (const [key, text] of entries) {
      const name = own.test(key) === isOwn ? nameOf(key.replace(own, '')) : undefined;
      const value = name && suited(name, clean(name, text));
      if (name && value) prefill[name] ??= value;
    }
  return prefill;
}

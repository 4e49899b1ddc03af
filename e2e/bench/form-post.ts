/** What a browser without JavaScript sends with a form besides what was typed. */
export function hiddenFields(html: string): Record<string, string> {
  const form = /<form\b[\s\S]*?<\/form>/i.exec(html)?.[0] ?? '';
  const fields: Record<string, string> = {};
  for (const [input] of form.matchAll(/<input\b[^>]*\btype="hidden"[^>]*>/gi)) {
    const name = attribute(input, 'name');
    if (name !== undefined) fields[name] = attribute(input, 'value') ?? '';
  }
  return fields;
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\s${name}="([^"]*)"`)
    .exec(tag)?.[1]
    ?.replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

const boundary = '----GuestcardBenchFormBoundary';

/** A form as `multipart/form-data`, as browsers write it. */
export function multipart(fields: Record<string, string>): { headers: Record<string, string>; body: string } {
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const body = `${parts.join('')}--${boundary}--\r\n`;
  return {
    headers: {
      'content-type': `multipart/form-data; boundary=${boundary}`,
      'content-length': String(Buffer.byteLength(body)),
    },
    body,
  };
}

/** What one person typed; `person` makes the words, and so the lead, different from every other. */
export function typedBy(person: string): Record<string, string> {
  return {
    first_name: 'Ana',
    last_name: 'Cruz',
    email_1: `${person}@example.com`,
    phone_1: '',
    target_move_in_date: '',
    desired_num_bedrooms: '2',
    desired_max_rent: '$1,800',
    notes: 'We have two cats. Is there a home on the garden side?',
  };
}

'use client';

import { useEffect, useState } from 'react';

interface Heard {
  name: string;
  facts: string;
}

const names = ['ready', 'start', 'error', 'submit', 'delivered'].map((name) => `guestcard:${name}`);

/** What the page around a form is told, as it arrives: the newest first. */
export function HeardEvents({ nothing }: { nothing: string }) {
  const [heard, setHeard] = useState<Heard[]>([]);
  useEffect(() => {
    const hear = (event: Event) => {
      const { type: name, detail } = event as CustomEvent<object>;
      setHeard((before) => [{ name, facts: JSON.stringify(detail) }, ...before].slice(0, 12));
    };
    const counted: object[] = [];
    const push = (fact: object) => {
      const { event, ...facts } = fact as { event: string };
      setHeard((before) => [{ name: `dataLayer: ${event}`, facts: JSON.stringify(facts) }, ...before]);
    };
    Object.assign(window, { dataLayer: Object.assign(counted, { push }) });
    for (const name of names) document.addEventListener(name, hear);
    return () => {
      for (const name of names) document.removeEventListener(name, hear);
    };
  }, []);
  return (
    <ol className="site-heard" aria-live="polite">
      {heard.length === 0 && <li>{nothing}</li>}
      {heard.map(({ name, facts }, index) => (
        <li key={heard.length - index}>
          <code>{name}</code> <code>{facts}</code>
        </li>
      ))}
    </ol>
  );
}

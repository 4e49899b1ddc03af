'use client';

import { useEffect, useState } from 'react';
import { plainButton } from '../buttons.ts';

/** Copies what is in a box. Without JavaScript there is only the box, whose text can be selected. */
export function CopyButton({ boxId, what }: { boxId: string; what: string }) {
  const [isReady, setReady] = useState(false);
  const [copied, setCopied] = useState(0);
  useEffect(() => setReady(true), []);
  useEffect(() => {
    if (copied === 0) return;
    const timer = setTimeout(() => setCopied(0), 3_000);
    return () => clearTimeout(timer);
  }, [copied]);
  if (!isReady) return null;
  const copy = async () => {
    const box = document.getElementById(boxId) as HTMLInputElement;
    // Also where the browser does not let pages write to the clipboard: then it is selected, to be copied by hand.
    box.focus();
    box.select();
    try {
      await navigator.clipboard.writeText(box.value);
      setCopied(Date.now());
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      if (document.execCommand('copy')) setCopied(Date.now());
    }
  };
  return (
    <>
      <button type="button" onClick={copy} className={`${plainButton} shrink-0`}>
        {copied ? 'Copied' : 'Copy'} <span className="sr-only">the {what}</span>
      </button>
      <span role="status" className="sr-only">
        {copied ? `The ${what} is copied` : ''}
      </span>
    </>
  );
}

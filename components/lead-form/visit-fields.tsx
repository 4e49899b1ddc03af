import { useState } from 'react';
import { visitFields, visitId } from '#lib/form-page/visit-fields.ts';

interface Props {
  submissionId: string;
  attribution: [name: string, value: string][];
}

/**
 * What is another for each visit. The page around it is rendered once for many, and the front door writes these fields
 * into the document; so when React takes the page over, what is in the document is right and what it was given is not.
 */
export function VisitFields({ submissionId, attribution }: Props) {
  const [fields] = useState(() => fieldsOf(submissionId, attribution));
  return <div id={visitId} hidden suppressHydrationWarning dangerouslySetInnerHTML={{ __html: fields }} />;
}

/** When the form is shown again without loading the document again, its fields are the same as before. */
const inDocument = new Map<string, string>();

function fieldsOf(submissionId: string, attribution: Props['attribution']): string {
  if (typeof document === 'undefined') return visitFields(submissionId, attribution);
  const fields =
    inDocument.get(submissionId) ??
    document.getElementById(visitId)?.innerHTML ??
    visitFields(submissionId, attribution);
  inDocument.set(submissionId, fields);
  return fields;
}

import { earlyScript, earlyScriptId } from '#lib/form-page/early-script.ts';
import type { Property } from '#lib/property/property.ts';

interface Props {
  /** Whose form or status this is, where websites may show it in a frame. */
  framed: Pick<Property, 'slug' | 'embed_origins'> | undefined;
  hasForm?: boolean;
}

/** Behind the form, in every way it is answered: by the front door, by Next after a submit, in development. */
export function EarlyScript({ framed, hasForm = true }: Props) {
  return (
    <script
      id={earlyScriptId}
      data-property={framed?.slug}
      data-websites={framed?.embed_origins.join(' ')}
      // The front door adds the address of what is to be started.
      suppressHydrationWarning
      // Our own functions, nothing of a visitor.
      dangerouslySetInnerHTML={{ __html: earlyScript({ hasForm, isFramed: framed !== undefined }) }}
    />
  );
}

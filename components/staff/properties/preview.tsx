import { Section } from './section.tsx';

/** The form itself, as a website shows it. */
export function Preview({ address, name }: { address: string; name: string }) {
  return (
    <Section id="preview" title="How it looks">
      <p className="mt-2 max-w-prose">
        This is the real form, in a frame as on a website. <strong>What you send here is a real lead</strong>{' '}
        and goes to ResMan.
      </p>
      <iframe
        src={address}
        title={`Preview of the form of ${name}`}
        loading="lazy"
        className="mt-4 block h-184 w-full rounded-xl border border-line bg-canvas"
      />
    </Section>
  );
}

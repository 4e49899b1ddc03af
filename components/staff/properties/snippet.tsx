import { type SnippetChoices, snippetOf } from '#lib/embed/snippet.ts';
import type { Property } from '#lib/property/property.ts';
import { CodeBox } from './code-box.tsx';
import { Section } from './section.tsx';
import { SnippetChoicesForm } from './snippet-choices.tsx';

interface Props {
  property: Property;
  appUrl: string;
  choices: SnippetChoices;
}

const explained = {
  frame:
    'Paste both lines where the form should be. The first one works alone; the script fits the height, passes on the campaign that brought somebody to the page, and tells your analytics when a form was sent.',
  popup:
    'Paste the link wherever it should be and write your own words into it. With the script it opens the form over the page; without it, it leads to the form.',
  button:
    'Paste this line once, before </body>. A button then floats in the corner of every page that has it.',
};

/** What to paste into the website, by a few choices. */
export function Snippet({ property, appUrl, choices }: Props) {
  return (
    <Section id="snippet" title="Put the form on your website">
      <SnippetChoicesForm property={property} choices={choices} />
      <p className="mt-6 max-w-prose">{explained[choices.kind]}</p>
      <CodeBox id="snippet-code" what="snippet" code={snippetOf(appUrl, property, choices)} />
    </Section>
  );
}

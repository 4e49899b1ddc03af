import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;

export interface PageElement {
  name: string;
  attributes: ReadonlyMap<string, string>;
}

/** What of a website's page concerns a form in it. */
export interface PageFacts {
  frames: PageElement[];
  scripts: PageElement[];
  /** Everything that opens a pop-up form. */
  openers: PageElement[];
  /** Content policies in meta elements. */
  policies: string[];
  /** Where relative addresses begin. */
  base: string | undefined;
  /** A frame's markup that is shown as text, or is in a comment. */
  asText: string[];
  inComments: string[];
}

/** @param html of any kind and as long as the reader allowed it: nothing in it makes this fail */
export function readPage(html: string): PageFacts {
  const facts: PageFacts = {
    frames: [],
    scripts: [],
    openers: [],
    policies: [],
    base: undefined,
    asText: [],
    inComments: [],
  };
  // A list and no recursion: pages can be nested as deeply as they like.
  const waiting: Node[] = [parse(html)];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (defaultTreeAdapter.isElementNode(node)) {
      const attributes = new Map(node.attrs.map(({ name, value }) => [name, value]));
      note(facts, { name: node.tagName, attributes });
      if (node.tagName === 'script' || node.tagName === 'style') continue;
    }
    if (defaultTreeAdapter.isTextNode(node) && /<iframe\b/i.test(node.value)) facts.asText.push(node.value);
    if (defaultTreeAdapter.isCommentNode(node)) facts.inComments.push(node.data);
    if ('childNodes' in node) waiting.push(...node.childNodes.toReversed());
  }
  return facts;
}

function note(facts: PageFacts, element: PageElement): void {
  const { name, attributes } = element;
  if (name === 'iframe') facts.frames.push(element);
  if (name === 'script') facts.scripts.push(element);
  if (attributes.has('data-guestcard-open')) facts.openers.push(element);
  if (name === 'base') facts.base ??= attributes.get('href');
  if (name === 'meta' && attributes.get('http-equiv')?.toLowerCase() === 'content-security-policy')
    facts.policies.push(attributes.get('content') ?? '');
}

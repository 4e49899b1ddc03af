import { earlyScriptId } from './early-script.ts';
import { UnfitPageError } from './errors.ts';
import { visitId } from './visit-fields.ts';

/** Next's page, as the two things a browser needs it as: to look at at once, and to start later. */
export interface TakenApart {
  /** The document without the framework's scripts, around the place of the visit's own fields. */
  before: string;
  after: string;
  /** The page's one inline script. */
  earlyScript: string;
  /** The text of each style sheet in the document. */
  styles: string[];
  /** What the page's scripts would have done at once, in their order: Next's data for the page. */
  inlineScripts: string[];
  /** The addresses of the framework's and the page's code, in their order. */
  chunks: string[];
}

const scripts = /<script\b([^>]*)>([\s\S]*?)<\/script>/g;
const scriptHints = /<link\b[^>]*\b(?:as="script"|rel="modulepreload")[^>]*>/g;
const visit = new RegExp(`(<div\\b[^>]*\\bid="${visitId}"[^>]*>)[\\s\\S]*?(</div>)`);
/** React sends these where a part of the page was not ready, and moves it into place with a script. */
const unfinished = /<template id="[BP]:|<div hidden(?:="")? id="S:/;

/**
 * Takes the framework's scripts out of a page that Next has rendered. React escapes what it writes, so that a tag in the
 * text is always a tag.
 * @throws UnfitPageError when something is missing that every form page has
 */
export function takeApart(html: string): TakenApart {
  if (unfinished.test(html)) throw new UnfitPageError('needs its scripts to be complete');
  const chunks: string[] = [];
  const inlineScripts: string[] = [];
  let earlyScript: string | undefined;
  const document = html.replace(scriptHints, '').replace(scripts, (tag, attributes: string, text: string) => {
    if (attributes.includes(` id="${earlyScriptId}"`)) {
      earlyScript = text;
      return tag;
    }
    // Data for search engines, not a script.
    if (/ type="(?!text\/javascript|module)/.test(attributes)) return tag;
    // For browsers too old to have run the early script.
    if (/ nomodule/i.test(attributes)) return '';
    const source = / src="([^"]*)"/.exec(attributes)?.[1];
    if (source) chunks.push(source.replaceAll('&amp;', '&'));
    else inlineScripts.push(text);
    return '';
  });
  if (earlyScript === undefined) throw new UnfitPageError('has no early script');
  if (chunks.length === 0 || inlineScripts.length === 0) throw new UnfitPageError('has no scripts to start');
  const place = visit.exec(document);
  if (!place) throw new UnfitPageError('has no place for the fields of a visit');
  const [whole, opening = '', closing = ''] = place;
  return {
    before: document.slice(0, place.index) + opening,
    after: closing + document.slice(place.index + whole.length),
    earlyScript,
    styles: [...document.matchAll(/<style\b[^>]*>([\s\S]*?)<\/style>/g)].map(([, text = '']) => text),
    inlineScripts,
    chunks,
  };
}

/** Tells the early script where to find what it starts. */
export function withStart(document: string, startPath: string): string {
  return document.replace(` id="${earlyScriptId}"`, `$& data-start="${startPath}"`);
}

/**
 * The script that does what the page's own scripts would have done: it hands Next its data and loads the code. The early
 * script has given it the means, see start-on-first-touch.ts.
 */
export function startScript({ inlineScripts, chunks }: TakenApart): string {
  return `${inlineScripts.join(';\n')};\nloadScripts(${JSON.stringify(chunks)})`;
}

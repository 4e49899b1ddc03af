import { chooseLanguage } from '../language/choose-language.ts';
import { defaultLanguage, type Language, languages, type Speech, speech } from '../language/languages.ts';
import { languageOfLead } from '../lead/status-of-lead.ts';
import { publishedForm } from '../property/published-form.ts';
import { presentRequest } from './response-status.ts';
import { type RunningApp, runningApp } from './running-app.ts';

/**
 * The language of the page that is being answered: what `lang` in its address asks for, else what the lead was sent in
 * (on its status page), else the browser's, as far as the property offers it.
 */
export async function pageSpeech(): Promise<Speech> {
  const request = presentRequest();
  if (!request) return speech(defaultLanguage);
  const { offered, before } = await wishes(runningApp(), request.url.pathname);
  const asked = request.url.searchParams.get('lang') ?? before;
  return speech(chooseLanguage(offered, asked, request.acceptLanguage));
}

async function wishes(
  app: RunningApp,
  path: string,
): Promise<{ offered: readonly Language[]; before?: Language | undefined }> {
  const everything = [defaultLanguage, ...languages.keys()];
  const [area = '', name = ''] = path.split('/').filter((part) => part && part !== 'embed');
  if (area === 'staff') return { offered: [defaultLanguage] };
  if (area === 'status') return { offered: everything, before: await languageOfLead(app, name) };
  const property =
    area === 'p' || path.startsWith('/embed/') ? await publishedForm(app, name || area) : undefined;
  return { offered: property?.locales ?? everything };
}

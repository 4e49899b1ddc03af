import { type NextRequest, NextResponse } from 'next/server';
import { tooLargePage } from '#components/page/plain-page.ts';
import { runningApp } from '#lib/app/running-app.ts';
import { chooseLanguage } from '#lib/language/choose-language.ts';
import { defaultLanguage, languages, speech } from '#lib/language/languages.ts';
import { largestForm } from '#lib/lead/read-submission.ts';

/** Only requests that announce so large a body come here: passing through costs more than the action itself. */
export const config = {
  matcher: [
    {
      source: '/(p|embed)/:slug',
      has: [{ type: 'header', key: 'content-length', value: '(?:9\\d{5}|[1-9]\\d{6,})' }],
    },
  ],
};

export function proxy(request: NextRequest): NextResponse {
  if (Number(request.headers.get('content-length')) <= largestForm) return NextResponse.next();
  const asked = request.nextUrl.searchParams.get('lang');
  const language = chooseLanguage(
    [defaultLanguage, ...languages.keys()],
    asked,
    request.headers.get('accept-language'),
  );
  return new NextResponse(tooLargePage(speech(language), runningApp().environment.demo), {
    status: 413,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', connection: 'close' },
  });
}

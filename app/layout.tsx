import type { Viewport } from 'next';
import { connection } from 'next/server';
import type { ReactNode } from 'react';
import { DemoBanner } from '#components/page/demo-banner.tsx';
import { GiveErrorWords } from '#components/page/error-words.tsx';
import { pageSpeech } from '#lib/app/page-language.ts';
import { runningApp } from '#lib/app/running-app.ts';
import './global.css';

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  await connection();
  const { language, texts } = await pageSpeech();
  return (
    <html lang={language} dir={texts.direction}>
      <body className="font-sans">
        {runningApp().environment.demo && <DemoBanner texts={texts.page} />}
        <GiveErrorWords broken={texts.notices.broken} brokenText={texts.notices.brokenText}>
          {children}
        </GiveErrorWords>
      </body>
    </html>
  );
}

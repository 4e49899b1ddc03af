import type { Viewport } from 'next';
import { connection } from 'next/server';
import type { ReactNode } from 'react';
import { DemoBanner } from '#components/page/demo-banner.tsx';
import { runningApp } from '#lib/app/running-app.ts';
import './global.css';

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f6f4f0' },
    { media: '(prefers-color-scheme: dark)', color: '#161412' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  await connection();
  return (
    <html lang="en">
      <body className="font-sans">
        {runningApp().environment.demo && <DemoBanner />}
        {children}
      </body>
    </html>
  );
}

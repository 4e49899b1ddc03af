import type { ReactNode } from 'react';
import form from '../../form.json';
import '../../form.css';

export const metadata = { title: form.title };

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}

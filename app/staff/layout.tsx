import type { ReactNode } from 'react';
import './staff.css';

export default function StaffLayout({ children }: { children: ReactNode }) {
  return children;
}

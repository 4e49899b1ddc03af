'use client';

import { Notice } from '#components/page/notice.tsx';

export default function ErrorPage() {
  return (
    <Notice title="This page cannot be shown right now">
      The fault is ours. An inquiry that you saw confirmed is safe. Please try again in a minute.
    </Notice>
  );
}

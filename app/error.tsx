'use client';

import { useContext } from 'react';
import { ErrorWords } from '#components/page/error-words.tsx';
import { Notice } from '#components/page/notice.tsx';

export default function ErrorPage() {
  const { broken, brokenText } = useContext(ErrorWords);
  return <Notice title={broken}>{brokenText}</Notice>;
}

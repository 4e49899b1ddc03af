import { NothingHere } from '#components/page/nothing-here.tsx';
import { pageSpeech } from '#lib/app/page-language.ts';

export default async function NotFound() {
  return <NothingHere texts={(await pageSpeech()).texts} />;
}

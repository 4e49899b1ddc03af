import { placeField } from '../lead/form-place.ts';

/** An answer that a property's websites may frame, by what says whose it is. */
export type FramedPage = { slug: string } | { receipt: string };

const form = /^\/embed\/([\w-]+)$/;
const status = /^\/embed\/status\/([\w-]+)$/;
const endpoint = /^\/api\/leads\/([\w-]+)$/;

/** @param url path and query, as a browser asks for them */
export function framedPage(url: string): FramedPage | undefined {
  const [, path = '', search] = /^([^?]*)\??(.*)$/.exec(url) ?? [];
  const receipt = status.exec(path)?.[1];
  if (receipt) return { receipt };
  // The endpoint's answer to a form that said where it is.
  const isEmbed = new URLSearchParams(search).get(placeField) === 'embed';
  const slug = form.exec(path)?.[1] ?? (isEmbed ? endpoint.exec(path)?.[1] : undefined);
  return slug ? { slug } : undefined;
}

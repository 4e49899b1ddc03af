import { createHmac } from 'node:crypto';
import { BlockList, isIP } from 'node:net';
import { personKeys } from '../lead/person-keys.ts';
import type { LeadAnswers } from '../lead/schema.ts';

/** What a submit may have in common with others, hashed with the secret: nobody can read an address out of it. */
export interface RecentKeys {
  sender: string;
  client: string | null;
  message: string | null;
  form: string | null;
}

/** Shorter ones are the same by chance: "Two cats". */
const shortestMessage = 30;

/** @param renderedId the submission id, if it is one of ours */
export function recentKeys(
  secret: string,
  answers: LeadAnswers,
  address: string | undefined,
  renderedId: string | undefined,
): RecentKeys {
  const hash = (kind: string, text: string | undefined) =>
    text ? createHmac('sha256', secret).update(`${kind}:${text}`).digest('base64url').slice(0, 22) : null;
  const { email_key, phone_key } = personKeys(answers);
  const sender = email_key ?? phone_key ?? answers.phone_1 ?? '';
  return {
    sender: hash('sender', sender) ?? '',
    client: hash('client', clientNetwork(address)),
    message: hash('message', comparable(answers.notes)),
    form: hash('form', renderedId),
  };
}

/** A message as far as two can be compared: letters and digits in lower case. Undefined for a short one. */
export function comparable(message: string | undefined): string | undefined {
  const text = (message ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
  return text.length >= shortestMessage ? text : undefined;
}

/** A household or an office has one IPv4 address, and a /64 of IPv6. Undefined for an address that is no visitor's. */
export function clientNetwork(address: string | undefined): string | undefined {
  const plain = withoutPort(address?.trim() ?? '')
    .replace(/%.*$/, '')
    .replace(/^::ffff:(?=\d+\.)/i, '');
  const version = isIP(plain);
  if (version === 0 || internal.check(plain, version === 4 ? 'ipv4' : 'ipv6')) return undefined;
  return version === 4 ? plain : `${firstGroups(plain).join(':')}::/64`;
}

function withoutPort(address: string): string {
  return /^\[(.+)\](?::\d+)?$/.exec(address)?.[1] ?? address.replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1');
}

/** The first four of the eight groups. */
function firstGroups(address: string): string[] {
  const [before = '', after] = address.toLowerCase().split('::');
  const groups = (part: string | undefined) => (part ? part.split(':') : []);
  const start = groups(before);
  const end = groups(after);
  const all =
    after === undefined ? start : [...start, ...Array(8 - start.length - end.length).fill('0'), ...end];
  return all.slice(0, 4).map((group) => group.replace(/^0+(?=.)/, ''));
}

/** A proxy of our own, or this machine: behind one stand all visitors together. */
const internal = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  internal.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of [
  ['::', 127],
  ['fc00::', 7],
  ['fe80::', 10],
] as const)
  internal.addSubnet(network, prefix, 'ipv6');

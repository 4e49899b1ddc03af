import type { Dice } from '../rehearsal/dice.ts';

const firstNames = [
  'Ana',
  'Ben',
  'Chloe',
  'Devon',
  'Elena',
  'Farid',
  'Grace',
  'Hiro',
  'Imani',
  'Jack',
  'Krzysztof',
  'LaTanya',
  'Mei',
  'Noor',
  'Omar',
  'Priya',
  'Quinn',
  'Rosa',
  'Siobhán',
  'Tomás',
  'Uma',
  'Viktor',
  'Wendy',
  'Xóchitl',
  'Yan',
  'Zoë',
];
const lastNames = [
  'Cruz',
  'Okafor',
  'O’Neil',
  'van der Berg',
  'Schwarzschild',
  'Nguyen',
  'Smith-Jones',
  'Petrov',
  'García',
  'Ng',
  'MacDonald',
  'St. John',
  'Hirschfeld',
  'Kowalczyk',
  'D’Arcy',
  'Johnson',
  'Park',
  'Rao',
  'Silva',
  'Brzezinski',
];
export const otherScripts = [
  ['李', '小龙'],
  ['さくら', '田中'],
  ['Дмитрий', 'Петров'],
  ['محمد', 'العلي'],
  ['דנה', 'כהן'],
  ['Αλέξανδρος', 'Παπαδόπουλος'],
  ['प्रिया', 'शर्मा'],
  ['민준', '김'],
  ['ნინო', 'ბერიძე'],
  ['สมชาย', 'ใจดี'],
] as const;

const openings = [
  'Hello,',
  'Hi there!',
  'Good morning.',
  'Hey,',
  'To whom it may concern:',
  'Dear leasing team,',
  'Hi, quick question.',
  'Good afternoon,',
];
const wishes = [
  'we are looking for a two-bedroom',
  'is there a studio free in May',
  'my partner and I would like to see a home',
  'I am moving for work and need a place',
  'do you have anything on the ground floor',
  'I need parking for two cars',
  'is the pool open all year',
  'we loved the floor plan with the balcony',
  'I saw your sign on Main Street',
  'a friend of mine lives with you and loves it',
];
const details = [
  'with a cat named Biscuit.',
  'by the end of the month.',
  'close to the park, please.',
  'under 1900 a month if possible.',
  'and we can come by on Saturday.',
  'with a washer and dryer inside.',
  'for at least a year.',
  'not facing the street, I work nights.',
  'and my lease ends on 5/31.',
  'with room for a piano.',
];
const endings = [
  'Thanks!',
  'Thank you so much',
  'Talk soon.',
  'Best, and have a great day',
  'Looking forward to it',
  '',
  'Cheers',
  'See you',
];
const spanish = [
  ['Hola,', 'Buenos días.', 'Buenas tardes,', 'Estimado equipo:'],
  [
    'busco un departamento de dos recámaras',
    '¿tienen un estudio libre en mayo?',
    'nos gustaría ver un apartamento',
  ],
  ['cerca del parque', 'con balcón', 'para mi mamá y para mí', 'a partir del día 15', 'con estacionamiento'],
  ['Gracias.', 'Muchas gracias por su ayuda', 'Quedo pendiente', ''],
];

export function person(dice: Dice): Record<string, string> {
  const first_name = dice.pick(firstNames);
  const last_name = dice.pick(lastNames);
  return { first_name, last_name, email_1: `${mailbox(dice)}@example.com` };
}

export function mailbox(dice: Dice): string {
  return `p${dice.between(0, 1e9).toString(36)}${dice.between(0, 1e9).toString(36)}`;
}

export function humanWords(dice: Dice): string {
  return [openings, wishes, details, endings]
    .map((part) => dice.pick(part))
    .join(' ')
    .trim();
}

export function spanishWords(dice: Dice): string {
  return spanish
    .map((part) => dice.pick(part))
    .join(' ')
    .trim();
}

export const link = (dice: Dice) => `https://${mailbox(dice)}.example.top/${dice.between(1, 999)}`;

/** What is sent around: each of these names where to go. */
export const adverts = [
  'Dear owner, we rank your website on the first page of search results in a week, guaranteed. Visit seo-first.example.com today',
  'Hello, do you need a business loan of up to 5 million at 2 percent? Write to quick.loans@example.com right now',
  'You have been chosen for a cleaning service at half the price, call +1 415 555 0177 and say the word spring',
  'Earn 900 dollars a day from home with our trading robot, join us on Telegram at the channel goldenrobot today',
  'Cheap insurance for landlords and tenants, compare all offers at www.insure-all.example.net within one minute',
];

export function linkSpam(dice: Dice): string {
  const links = Array.from({ length: dice.between(3, 8) }, () => link(dice));
  const [first = ''] = links;
  return dice.pick([
    `Best prices!!! ${links.join(' ')}`,
    `<a href="${first}">Buy now</a> ${mailbox(dice)}`,
    `[url=${first}]casino[/url] [url=${links[1]}]bonus[/url]`,
    `Hi ${mailbox(dice)}, see ${links.slice(0, 3).join(' and ')} for more`,
  ]);
}

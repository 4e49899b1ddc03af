const domainEndings =
  'com|net|org|info|biz|io|ru|cn|su|xyz|top|site|online|shop|store|club|link|click|live|app|dev|icu|website|space';
const domain = new RegExp(
  `^[^\\p{L}\\d]*[\\p{L}\\d-]+(?:\\.[\\p{L}\\d-]+)*\\.(?:${domainEndings})(?:[/?#:]|[^\\p{L}\\d]*$)`,
  'iu',
);

const tags = 'a|b|br|center|div|em|font|h[1-6]|i|iframe|img|li|p|script|span|strong|style|table|u|ul';
const markup = new RegExp(`<\\/?(?:${tags})(?:\\s[^>]*)?\\/?>|\\[\\/?(?:url|link|img|b)\\b[^\\]]*\\]`, 'i');

/** How many links stand in a text; an e-mail address is none. */
export function linksIn(text: string): number {
  return text
    .split(/\s+/)
    .filter((word) => /https?:\/\/|^\W*www\./i.test(word) || (!word.includes('@') && domain.test(word)))
    .length;
}

/** Tags of HTML or of forums. Nobody types these by hand; "<3" and "[sic]" are none. */
export function hasMarkup(text: string): boolean {
  return markup.test(text);
}

/** Whether a message names a way to reach somebody: what a campaign that is sent around needs. */
export function offersContact(text: string): boolean {
  return (
    linksIn(text) > 0 ||
    /\S@\S+\.\S/.test(text) ||
    /(?:\d[\s().+-]*){9,}/.test(text) ||
    /\b(?:whats\s?app|telegram|wechat|viber|skype|t\.me)\b/i.test(text)
  );
}

/** A Latin name that cannot be pronounced, or with capitals strewn in. Real names come close: it says very little. */
export function looksRandom(name: string): boolean {
  const strewn = /^[A-Za-z]+$/.test(name) ? (name.match(/[a-z][A-Z]/g) ?? []).length : 0;
  return strewn >= 3 || /[bcdfghjklmnpqrstvwxz]{7}/i.test(name);
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

const MARKUP =
  /<\/?(?:i|b|u|em|strong|sub|sup|sc|scp|span|p|italic|bold|jats:\w+|mml:\w+)(?:\s[^<>]*)?\/?>/gi;

function character(name: string, whole: string): string {
  const code = /^#x([0-9a-f]{1,6})$/i.exec(name)?.[1] ?? null;
  const number = code === null ? Number(/^#(\d{1,7})$/.exec(name)?.[1] ?? NaN) : Number.parseInt(code, 16);
  if (Number.isInteger(number)) return number > 31 && number <= 0x10ffff ? String.fromCodePoint(number) : '';
  return ENTITIES[name] ?? whole;
}

/** One line of plain text: without the markup and entities of publishers' titles, control characters and double spaces. */
export function tidyInline(text: string): string {
  return text
    .replaceAll(MARKUP, '')
    .replaceAll(/&(#?\w{1,8});/g, (whole, name: string) => character(name, whole))
    .toWellFormed()
    .replaceAll(/[\u200b\u2060\ufeff]/g, '')
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

import { expect, it } from 'vitest';
import { decodeText } from './decode-text.ts';

const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');

it.each<[string, Uint8Array]>([
  ['UTF-8', Buffer.from('Müller – β')],
  ['UTF-8 with a byte order mark', Buffer.from('\ufeffMüller – β')],
  ['UTF-16, little end first', utf16('Müller – β')],
  ['UTF-16, big end first', utf16('Müller – β').swap16()]
])('reads %s', (_, bytes) => {
  expect(decodeText(bytes)).toBe('Müller – β');
});

it('reads what is no UTF-8 as windows-1252', () => {
  expect(decodeText(Buffer.from([0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72, 0x20, 0x96]))).toBe('Müller –');
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentDisposition } from './content-disposition.ts';

/** Any code points at all, lone surrogates and controls among them. */
const anyText = fc
  .array(fc.integer({ min: 0, max: 0x10ffff }), { maxLength: 40 })
  .map((points) => String.fromCodePoint(...points));

describe('naming a download', () => {
  it('gives the whole name, and one in ASCII beside it', () => {
    expect(contentDisposition('Ægir Łukasz 王小明.pdf')).toBe(
      `attachment; filename="gir ukasz .pdf"; filename*=UTF-8''%C3%86gir%20%C5%81ukasz%20%E7%8E%8B%E5%B0%8F%E6%98%8E.pdf`
    );
  });

  it('keeps accents readable in ASCII', () => {
    expect(contentDisposition('José Núñez.pdf')).toContain('filename="Jose Nunez.pdf"');
  });

  it('lets no name break out of the header or leave the folder', () => {
    expect(contentDisposition('a"; filename="b\r\nSet-Cookie: x=1/../c.csv')).toBe(
      `attachment; filename="a-; filename=-b-Set-Cookie- x=1-..-c.csv"; filename*=UTF-8''a-%3B%20filename%3D-b-Set-Cookie-%20x%3D1-..-c.csv`
    );
    fc.assert(
      fc.property(anyText, (name) => {
        expect(contentDisposition(name)).toMatch(
          /^attachment; filename="[\x20-\x21\x23-\x5b\x5d-\x7e]*"; filename\*=UTF-8''[\w.~!%-]*$/
        );
      })
    );
  });
});

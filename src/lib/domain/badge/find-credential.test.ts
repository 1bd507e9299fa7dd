import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { bakePng, bakeSvg } from './bake.ts';
import { findCredential } from './find-credential.ts';
import { makePngChunk } from './png-chunks.ts';

const JWT = 'aaa.bbb.ccc';
const found = { ok: true, value: { form: 'jwt', jwt: JWT } };

const bytes = (text: string) => new TextEncoder().encode(text);
const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const header = makePngChunk('IHDR', new Uint8Array(13));
const end = makePngChunk('IEND', new Uint8Array());
const pngOf = (...chunks: Uint8Array[]) => new Uint8Array(Buffer.concat([signature, header, ...chunks, end]));
const textChunk = (text: string | Uint8Array, flags = '\0\0\0\0') =>
  makePngChunk(
    'iTXt',
    new Uint8Array(Buffer.concat([bytes(`openbadgecredential\0${flags}`), Buffer.from(text)]))
  );

const SPACE = 'xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0"';

describe('finding a credential', () => {
  it.each<[string, Uint8Array]>([
    ['signed text, wrapped as a mail wraps it', bytes(`\ufeff ${JWT.replace('.b', '.\r\n b')} \n`)],
    ['our readable JSON', bytes(JSON.stringify({ jwt: JWT, credential: {} }))],
    ['a PNG', bakePng(pngOf(), JWT)],
    ['a PNG with a language', pngOf(textChunk(`en\0\0${JWT}`, '\0\0'))],
    ['an SVG', bytes(bakeSvg('<svg viewBox="0 0 1 1"></svg>', JWT))],
    [
      'an SVG with another prefix and a comment that poses',
      bytes(
        `<?xml version="1.0"?><!-- <openbadges:credential verify="x.y.z"/> --><svg ${SPACE.replace('openbadges', 'ob')}><ob:credential verify='${JWT}'/></svg>`
      )
    ],
    [
      'an SVG with CDATA',
      bytes(
        `<svg ${SPACE}><openbadges:credential>\n<![CDATA[ {"jwt":"${JWT}"} ]]></openbadges:credential></svg>`
      )
    ],
    [
      'an SVG with escaped JSON',
      bytes(
        `<svg ${SPACE}><openbadges:credential>{&quot;jwt&quot;:&quot;${JWT}&quot;}</openbadges:credential></svg>`
      )
    ]
  ])('reads %s', (_, input) => {
    expect(findCredential(input)).toEqual(found);
  });

  it('reads JSON with its proof inside', () => {
    expect(findCredential(bytes(' {"proof":{}}\r\n'))).toEqual({
      ok: true,
      value: { form: 'json', value: { proof: {} } }
    });
  });

  const bomb = deflateSync(Buffer.alloc(5_000_000, 'a'));
  const lying = Buffer.from(pngOf(textChunk(JWT)));
  lying.writeUInt32BE(0x7fffffff, 8 + header.length);

  it.each<[string, Uint8Array, RegExp]>([
    ['nothing that is one', bytes('hello'), /no badge/],
    ['five parts, as an encrypted JWT has', bytes('a.b.c.d.e'), /no badge/],
    ['broken JSON', bytes('{"a":'), /is none/],
    ['bytes that are no text', Uint8Array.of(0xff, 0xfe, 0x00), /UTF-8/],
    ['a PNG without one', pngOf(), /holds no Open Badges/],
    ['a PNG that states more bytes than it has', new Uint8Array(lying), /holds no Open Badges/],
    [
      'a PNG with a compressed credential, which is never inflated',
      pngOf(textChunk(bomb, '\u0001\0\0\0')),
      /compressed/
    ],
    [
      'a PNG with one in zTXt',
      pngOf(makePngChunk('zTXt', new Uint8Array(Buffer.concat([bytes('openbadgecredential\0\0'), bomb])))),
      /holds no/
    ],
    [
      'a PNG of the older Open Badges',
      pngOf(makePngChunk('iTXt', bytes('openbadges\0\0\0\0\0x'))),
      /holds no/
    ],
    ['a chunk that ends early', pngOf(makePngChunk('iTXt', bytes('openbadgecredential\0\0\0'))), /holds no/],
    ['an SVG without one', bytes('<svg></svg>'), /holds no/],
    [
      'an SVG whose element is in no known namespace',
      bytes(`<svg xmlns:openbadges="x"><openbadges:credential verify="${JWT}"/></svg>`),
      /holds no/
    ],
    [
      'an SVG with a document type that names a file',
      bytes(
        `<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg ${SPACE}><openbadges:credential>&x;</openbadges:credential></svg>`
      ),
      /no badge/
    ],
    ['an SVG that never ends a comment', bytes(`<svg ${SPACE}><!-- ${'<!--'.repeat(50_000)}`), /holds no/]
  ])('finds none in %s', (_, input, words) => {
    expect(findCredential(input)).toEqual({ ok: false, problem: expect.stringMatching(words) });
  });
});

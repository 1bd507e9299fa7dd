import fc from 'fast-check';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readPackageZip } from './read-package-zip.ts';
import { writePackageZip } from './write-package-zip.ts';

const files = new Map([
  ['activity.json', '{"β": 1}\n'],
  ['lesson/01-a.md', 'text\n']
]);

const zip = (entries: Zippable) => zipSync(entries);

/** Why a zip file is refused. */
function whyNot(bytes: Uint8Array): string {
  const read = readPackageZip(bytes);
  return read.ok ? 'read' : read.problem.map(({ why }) => why).join(' ');
}

const activity = strToU8('{}');

/** The bytes with a two-byte number of the first central entry replaced. */
function withCentral(bytes: Uint8Array, offset: number, value: number): Uint8Array {
  const changed = bytes.slice();
  const view = new DataView(changed.buffer);
  let at = 0;
  while (view.getUint32(at, true) !== 0x02014b50) at += 1;
  view.setUint16(at + offset, value, true);
  return changed;
}

describe('readPackageZip', () => {
  it('reads what was written, and the same files are always the same bytes', () => {
    const bytes = writePackageZip(files);
    expect(readPackageZip(bytes)).toEqual({ ok: true, value: files });
    expect(writePackageZip(files)).toEqual(bytes);
  });

  it('reads a folder that was zipped as a whole, with what a Mac adds to it', () => {
    const bytes = zip({
      'my folder/activity.json': activity,
      'my folder/README.md': activity,
      'my folder/lesson/a.md': activity,
      '__MACOSX/my folder/._activity.json': activity
    });
    const read = readPackageZip(bytes);
    expect(read.ok && [...read.value.keys()]).toEqual(['activity.json', 'lesson/a.md']);
  });

  it.each([
    '../activity.json',
    'lesson/../../activity.json',
    '/activity.json',
    String.raw`lesson\..\a.md`,
    'C:/activity.json',
    'a//b.md',
    './activity.json',
    'a/b/c/d/e/f.md'
  ])('refuses the path %s', (path) => {
    expect(whyNot(zip({ 'activity.json': activity, [path]: activity }))).toMatch(
      /leads out of it, or too deep/
    );
  });

  it('refuses links', () => {
    const bytes = zip({ 'activity.json': [activity, { os: 3, attrs: 0o120777 << 16 }] });
    expect(whyNot(bytes)).toMatch(/holds a link/);
  });

  it('refuses two entries with one name', () => {
    expect(whyNot(zip({ 'activity.json': activity, 'Activity.json': activity }))).toMatch(/two entries/);
  });

  it('refuses names that are not UTF-8, and encrypted entries', () => {
    expect(whyNot(withCentral(zip({ 'activity.json': activity, 'ä.json': activity }), 8, 1))).toMatch(
      /encrypted/
    );
    const named = zip({ 'ä.json': activity });
    expect(whyNot(withCentral(named, 8, 0))).toMatch(/not UTF-8/);
  });

  it('refuses what is too large, too many, or unpacks to more than it says, before it is unpacked', () => {
    expect(whyNot(new Uint8Array(5_000_001))).toMatch(/larger than 5 MB/);
    const many = Object.fromEntries(Array.from({ length: 601 }, (_, index) => [`${index}.txt`, activity]));
    expect(whyNot(zip(many))).toMatch(/more than 600 entries/);
    expect(whyNot(zip({ 'activity.json': activity, 'b.json': new Uint8Array(20_000_000) }))).toMatch(
      /unpacks to more than 20 MB/
    );
    const bomb = withCentral(zip({ 'activity.json': new Uint8Array(1_000_000) }), 24, 10);
    expect(whyNot(withCentral(bomb, 26, 0))).toMatch(/damaged/);
  });

  it('refuses what is no package, no zip file, or no text', () => {
    expect(whyNot(zip({ 'a.json': activity }))).toMatch(/no activity.json/);
    expect(whyNot(strToU8('PK no zip'))).toMatch(/not a zip file/);
    expect(whyNot(zip({ 'activity.json': new Uint8Array([0xff, 0xfe]) }))).toMatch(/not text in UTF-8/);
  });

  it('never throws, whatever the bytes are', () => {
    const whole = writePackageZip(files);
    const damaged = fc
      .array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 })
      .map((changes) => {
        const bytes = whole.slice();
        for (const [at, value] of changes) bytes[at] = value;
        return bytes;
      });
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 200 }), damaged), (bytes) => {
        const read = readPackageZip(bytes);
        return read.ok ? read.value.has('activity.json') : read.problem.length > 0;
      }),
      { numRuns: 400 }
    );
  });
});

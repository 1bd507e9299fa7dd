import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** OWASP ASVS 5.0.0: the level of each requirement of a section, in their order (published as CSV beside the standard). */
const LEVELS: Record<string, string> = {
  '1.1': '22',
  '1.2': '1111122223',
  '1.3': '112222222223',
  '1.4': '222',
  '1.5': '123',
  '2.1': '122',
  '2.2': '112',
  '2.3': '12223',
  '2.4': '23',
  '3.1': '3',
  '3.2': '113',
  '3.3': '12223',
  '3.4': '11222233',
  '3.5': '11122333',
  '3.6': '3',
  '3.7': '22333',
  '4.1': '12233',
  '4.2': '23333',
  '4.3': '22',
  '4.4': '1222',
  '5.1': '2',
  '5.2': '112333',
  '5.3': '113',
  '5.4': '222',
  '6.1': '122',
  '6.2': '111111112222',
  '6.3': '11223333',
  '6.4': '112233',
  '6.5': '22222333',
  '6.6': '2223',
  '6.7': '33',
  '6.8': '2222',
  '7.1': '222',
  '7.2': '1111',
  '7.3': '22',
  '7.4': '11222',
  '7.5': '223',
  '7.6': '22',
  '8.1': '1233',
  '8.2': '1123',
  '8.3': '133',
  '8.4': '23',
  '9.1': '111',
  '9.2': '1222',
  '10.1': '22',
  '10.2': '223',
  '10.3': '22223',
  '10.4': '1111122222233333',
  '10.5': '22222',
  '10.6': '22',
  '10.7': '222',
  '11.1': '2233',
  '11.2': '22233',
  '11.3': '11233',
  '11.4': '1222',
  '11.5': '23',
  '11.6': '23',
  '11.7': '33',
  '12.1': '12233',
  '12.2': '11',
  '12.3': '22223',
  '13.1': '2333',
  '13.2': '222223',
  '13.3': '2233',
  '13.4': '1222233',
  '14.1': '22',
  '14.2': '12223333',
  '14.3': '122',
  '15.1': '12233',
  '15.2': '12233',
  '15.3': '1222222',
  '15.4': '3333',
  '16.1': '2',
  '16.2': '22222',
  '16.3': '2222',
  '16.4': '222',
  '16.5': '2223',
  '17.1': '23',
  '17.2': '22223333',
  '17.3': '22'
};

const wanted = Object.entries(LEVELS).flatMap(([section, levels]) =>
  [...levels].flatMap((level, index) => (level === '3' ? [] : [`${section}.${index + 1}`]))
);

const table = readFileSync('docs/security.md', 'utf8');

const [applying = '', notApplying = ''] = table.split('## What does not apply');

/** Id to what shows it, or why it does not apply. */
const rowsOf = (part: string) =>
  [...part.matchAll(/^\| (\d[\d., ]+?) +\| .*?([^|]+?) +\|$/gm)].flatMap(([, ids = '', shown = '']) =>
    ids.split(', ').map((id) => ({ id, shown: shown.trim() }))
  );

const named = [...applying.matchAll(/`([\w./[\]-]+\.(?:ts|md|json))(?:#([\w-]+))?`/g)].map(
  ([, path = '', anchor]) => ({ path, anchor })
);

/** Headings as the addresses of their anchors. */
const anchorsOf = (path: string) =>
  [...readFileSync(path, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\w -]/g, '')
      .replaceAll(' ', '-')
  );

describe('the table of security requirements', () => {
  it('knows the 70 requirements of level 1 and the 183 of level 2', () => {
    const all = Object.values(LEVELS).join('');
    expect([all.length, all.replaceAll(/[^1]/g, '').length, wanted.length]).toEqual([345, 70, 253]);
  });

  it('names each of them once, and no other', () => {
    expect([...rowsOf(applying), ...rowsOf(notApplying)].map(({ id }) => id).sort()).toEqual(
      [...wanted].sort()
    );
  });

  it('shows each by a test, a place where it is written down, or a stated exception', () => {
    const bare = rowsOf(applying).filter(
      ({ shown }) => !/`(?:tests|src|docs|SECURITY)[^`]*`/.test(shown) && !/Exception: .{20}/.test(shown)
    );
    expect(bare).toEqual([]);
    expect(rowsOf(notApplying).filter(({ shown }) => shown.length < 10)).toEqual([]);
  });

  it('names files that exist, and headings that they have', () => {
    const missing = named.filter(({ path }) => !existsSync(path)).map(({ path }) => path);
    expect(missing).toEqual([]);
    const lost = named.filter(
      ({ path, anchor }) => anchor !== undefined && !anchorsOf(path).includes(anchor)
    );
    expect(lost).toEqual([]);
  });
});

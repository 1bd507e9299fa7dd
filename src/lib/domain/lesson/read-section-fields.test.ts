import { describe, expect, it } from 'vitest';
import { readSectionFields } from './read-section-fields.ts';

describe('readSectionFields', () => {
  it('reads text and details by the key of their reference', () => {
    const sent: [string, string][] = [
      ['text', '\r\nOne\r\ntwo\u0000 \r\n'],
      ['locator-chen2017', 'p. 3\np. 4'],
      ['kind-chen2017', 'quote'],
      ['passage-chen2017', ' A passage '],
      ['locator-a:b.c', ''],
      ['kind-a:b.c', 'other'],
      ['locator-not a key', 'left out']
    ];
    expect(readSectionFields(sent)).toEqual({
      fields: {
        text: 'One\ntwo',
        details: {
          chen2017: { locator: 'p. 3 p. 4', kind: 'quote', passage: 'A passage' },
          'a:b.c': { locator: '', kind: 'paraphrase', passage: '' }
        }
      },
      problems: []
    });
  });

  it('names the field that is too long', () => {
    const { problems } = readSectionFields([
      ['text', 'a'.repeat(100_001)],
      ['locator-chen2017', 'a'.repeat(201)]
    ]);
    expect(problems.map(({ field }) => field)).toEqual(['locator-chen2017', 'text']);
  });
});

import { describe, expect, it } from 'vitest';
import { additionInWords, doubtedFormer, formerToken, type Former, type PastedRow } from './pasted-row.ts';
import type { ReferenceStatus } from './reference-status.ts';

const csl = { id: 'chen2017', type: 'article-journal', title: 'On immunity' };

const held = (status: ReferenceStatus): Former => ({
  ...{ kind: 'library', by: 'DOI', id: 'r1', citationKey: 'chen2017', csl, authorsTruncated: false, status }
});

const row = (status: ReferenceStatus, former: Former | null): PastedRow => ({
  ...{ record: 2, line: 9, csl, authorsTruncated: false, status, statusNote: '', former }
});

describe('a pasted reference that the library holds', () => {
  it('puts ours under its doubt only where that is graver', () => {
    expect(doubtedFormer(row('retracted', held('current')))).toMatchObject({ id: 'r1' });
    expect(doubtedFormer(row('corrected', held('current')))).toMatchObject({ id: 'r1' });
    expect(doubtedFormer(row('retracted', held('retracted')))).toBeNull();
    expect(doubtedFormer(row('corrected', held('expression-of-concern')))).toBeNull();
    expect(doubtedFormer(row('retracted', { kind: 'pasted', by: 'DOI', record: 1 }))).toBeNull();
    expect(doubtedFormer(row('retracted', null))).toBeNull();
  });

  it('is named with how it stood, so that a change meanwhile is noticed', () => {
    expect(formerToken(held('current'))).not.toBe(formerToken(held('retracted')));
    expect(formerToken({ kind: 'pasted', by: 'DOI', record: 1 })).toBe('record-1');
    expect(formerToken(null)).toBe('');
  });

  it('is counted in words', () => {
    expect(additionInWords('2', '0')).toBe('2 references added.');
    expect(additionInWords('1', '1')).toBe(
      '1 reference added. 1 reference of the library marked as the paste says.'
    );
    expect(additionInWords('<b>', null)).toBe('');
  });
});

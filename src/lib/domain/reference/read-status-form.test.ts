import { describe, expect, it } from 'vitest';
import { evidenceChoices } from './evidence-levels.ts';
import { readJudgementForm } from './read-status-form.ts';

describe('the evidence of a reference', () => {
  it.each(['', 'guideline', 'expert opinion'])('is taken from its form as %j', (evidenceLevel) => {
    const read = readJudgementForm({ evidenceLevel, reviewDueOn: '2027-03-31' }, 'expert opinion');
    expect(read).toEqual({ ok: true, value: { evidenceLevel, reviewDueOn: '2027-03-31' } });
  });

  it('names every field that is wrong', () => {
    const read = readJudgementForm({ evidenceLevel: 'made up', reviewDueOn: 'soon' }, '');
    expect(read.ok ? [] : read.problem.map(({ field }) => field)).toEqual(['reviewDueOn', 'evidenceLevel']);
  });

  it('offers the words that a package brought, and no others twice', () => {
    expect(evidenceChoices('expert-opinion')[0]).toEqual({
      id: 'expert-opinion',
      label: 'expert opinion (from its package)'
    });
    for (const held of ['', 'guideline']) {
      const ids = evidenceChoices(held).map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids).not.toContain('');
    }
  });
});

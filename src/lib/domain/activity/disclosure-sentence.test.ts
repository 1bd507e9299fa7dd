import { describe, expect, it } from 'vitest';
import { OWNER_EXCEPTIONS } from './owner-exception.ts';
import { disclosureSentence, openDisclosure, type FinancialRelationship } from './disclosure-sentence.ts';

const relationship: FinancialRelationship = {
  company: 'Example Pharma',
  nature: 'consultant',
  ended: false,
  relevant: true,
  mitigation: 'Peer review by someone without relationships',
  mitigatedOn: '2026-11-01'
};

describe('what learners read of a person', () => {
  it('names company and nature, and says that it was mitigated', () => {
    const ended = { ...relationship, company: 'Other Inc.', nature: 'speaker', ended: true };
    expect(disclosureSentence([relationship, ended])).toBe(
      'Example Pharma (consultant); Other Inc. (speaker, ended). All relevant financial relationships have been mitigated.'
    );
  });

  it('says that there is none', () => {
    const words = 'No relevant financial relationships with ineligible companies.';
    expect(disclosureSentence([])).toBe(words);
    expect(disclosureSentence([{ ...relationship, relevant: false }])).toBe(words);
  });
});

describe('what is open in a declaration', () => {
  it.each([
    [null, [], ['has not declared yet']],
    ['2026-11-01', [], []],
    ['2026-12-31', [], ['has declared on a day that is still to come']],
    ['2024-12-01', [], []],
    ['2024-11-30', [], ['has declared more than 24 months ago']],
    ['2026-11-01', [relationship], []],
    ['2026-11-01', [{ ...relationship, relevant: false, mitigation: '' }], []],
    [
      '2026-11-01',
      [{ ...relationship, relevant: null }],
      ['it is not decided whether Example Pharma is relevant']
    ],
    [
      '2026-11-01',
      [{ ...relationship, nature: 'Employee', relevant: false }],
      [
        'is an owner or employee of Example Pharma and may not control content, unless one of the three exceptions is recorded'
      ]
    ],
    ['2026-11-01', [{ ...relationship, nature: 'employee', ended: true }], []],
    [
      '2026-11-01',
      [{ ...relationship, nature: 'Owner', relevant: false, mitigation: OWNER_EXCEPTIONS[0].label }],
      []
    ],
    ['2026-11-01', [{ ...relationship, nature: 'shares of a listed company' }], []],
    [
      '2026-11-01',
      [{ ...relationship, mitigatedOn: null }],
      ['the relationship with Example Pharma is not mitigated']
    ]
  ])('declared on %s with %j: %j', (declaredOn, relationships, open) => {
    expect(openDisclosure({ declaredOn, relationships }, '2026-12-01')).toEqual(open);
  });
});

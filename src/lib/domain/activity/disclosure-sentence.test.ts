import { describe, expect, it } from 'vitest';
import { OWNER_EXCEPTIONS } from './owner-exception.ts';
import {
  disclosureSentence,
  lateDisclosure,
  openDisclosure,
  type FinancialRelationship
} from './disclosure-sentence.ts';

const relationship: FinancialRelationship = {
  company: 'Example Pharma',
  kind: 'consultant',
  nature: '',
  ended: false,
  relevant: true,
  mitigation: 'Peer review by someone without relationships',
  mitigatedOn: '2026-11-01'
};

describe('what learners read of a person', () => {
  it('names company and nature, and says that it was mitigated', () => {
    const ended = { ...relationship, company: 'Other Inc.', kind: 'speaker', ended: true } as const;
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
  it.each<[string | null, FinancialRelationship[], string[]]>([
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
      [{ ...relationship, kind: null }],
      ['it is not chosen what the relationship with Example Pharma is']
    ],
    [
      '2026-11-01',
      [{ ...relationship, kind: 'employee', relevant: false }],
      [
        'is an owner or employee of Example Pharma and may not control content, unless one of the three exceptions is recorded'
      ]
    ],
    ['2026-11-01', [{ ...relationship, kind: 'employee', ended: true }], []],
    [
      '2026-11-01',
      [{ ...relationship, kind: 'owner', relevant: false, mitigation: OWNER_EXCEPTIONS[0].label }],
      []
    ],
    ['2026-11-01', [{ ...relationship, kind: 'stock', nature: 'shares of a listed company' }], []],
    [
      '2026-11-01',
      [{ ...relationship, mitigatedOn: '2026-12-02' }],
      ['the relationship with Example Pharma is mitigated on a day that is still to come']
    ],
    ['2026-11-01', [{ ...relationship, mitigatedOn: '2026-12-01' }], []],
    [
      '2026-11-01',
      [{ ...relationship, mitigatedOn: null }],
      ['the relationship with Example Pharma is not mitigated']
    ]
  ])('declared on %s with %j: %j', (declaredOn, relationships, open) => {
    expect(openDisclosure({ declaredOn, relationships }, '2026-12-01')).toEqual(open);
  });

  it.each(['Founder', 'CEO', 'Chief medical officer', 'vice president, medical affairs', 'co-owner'])(
    'takes “%s” for an owner or employee, whatever kind was chosen',
    (nature) => {
      const [open = ''] = openDisclosure(
        { declaredOn: '2026-11-01', relationships: [{ ...relationship, nature }] },
        '2026-12-01'
      );
      expect(open).toMatch(/is an owner or employee/);
    }
  );

  it('says what came only after the work had begun', () => {
    const declared = { declaredOn: '2026-11-20', relationships: [relationship] };
    expect(lateDisclosure(declared, '2026-11-20')).toEqual([]);
    expect(lateDisclosure(declared, null)).toEqual([]);
    expect(lateDisclosure(declared, '2026-10-31')).toEqual([
      'began on 2026-10-31 and declared after that',
      'began on 2026-10-31, before the relationship with Example Pharma was mitigated'
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import type { OfferedActivity } from '../accreditation/credit-offer.ts';
import { decideForAll } from '../accreditation/decide-for-all.ts';
import { decideOffer } from '../accreditation/decide-offer.ts';
import { SHIPPED_RULES } from '../accreditation/shipped/shipped-rules.ts';
import { offerRows, whatYouGet } from './what-you-get.ts';

const RULES = SHIPPED_RULES.map((rule) => ({ ...rule, id: rule.key }));
const DAY = '2027-03-15';

const demonstration: OfferedActivity = {
  title: 'Resistance',
  format: 'enduring-material',
  estimatedMinutes: 60,
  evaluationMinutes: 0,
  releaseDate: '2026-12-01',
  expiryDate: '2029-11-30',
  mode: 'demonstration',
  provider: null,
  maximumQuarterCredits: 4,
  offers: []
};

const accredited: OfferedActivity = {
  ...demonstration,
  mode: 'accredited',
  provider: {
    name: 'Example University',
    accreditor: 'Joint Accreditation',
    accreditorId: '1',
    mode: 'direct',
    jointProviders: '',
    address: ''
  },
  offers: ['ama-pra-1', 'acpe-pharmacist', 'aapa-1', 'rcp-cpd'].flatMap((key) =>
    RULES.filter((rule) => rule.key === key).map((rule) => ({ rule, designatedQuarterCredits: 4 }))
  )
};

const toOne = (activity: OfferedActivity, profession: string) =>
  whatYouGet(decideOffer({ person: { profession, country: 'US' }, activity, day: DAY }, RULES));

describe('what a person is told before the start', () => {
  it('is a summary that is no statement of credit, for pharmacists', () => {
    expect(toOne(demonstration, 'pharmacist')).toMatchObject({
      heading: 'Completion summary (not a statement of credit)',
      amount: 'Up to 1 hour of participation (demonstration)'
    });
    expect(toOne(accredited, 'pharmacist')).toMatchObject({
      heading: 'Completion summary (not a statement of credit)',
      amount: 'Up to 1 contact hour'
    });
  });

  it('names the designation, the step and the end of a type that ends before the activity', () => {
    expect(toOne(accredited, 'physician-associate')).toEqual({
      kind: 'document',
      heading: 'Certificate of completion',
      amount: 'Up to 1 AAPA Category 1 CME credit',
      notes: [
        'The Example University designates this enduring material for a maximum of 1 AAPA Category 1 CME credit. PAs should claim only the credit commensurate with the extent of their participation.',
        'You claim what matches the time you spent, in steps of 0.25.',
        'It can be earned until November 30, 2027.'
      ]
    });
  });

  it('names no accreditor in a demonstration', () => {
    for (const profession of ['physician', 'nurse', 'pharmacist', 'physician-associate']) {
      expect(JSON.stringify(toOne(demonstration, profession))).not.toMatch(/AMA|ACCME|ANCC|ACPE|CPE Monitor/);
    }
  });
});

describe('the table for visitors', () => {
  it('puts together who gets the same, and the largest group last', () => {
    expect(offerRows(decideForAll(demonstration, { rules: RULES, day: DAY }))).toEqual([
      {
        who: 'Physician (MD, DO or equivalent)',
        document: 'Certificate of completion',
        amount: 'Up to 1 demonstration credit'
      },
      {
        who: 'Pharmacist; Pharmacy technician',
        document: 'Completion summary (not a statement of credit)',
        amount: 'Up to 1 hour of participation (demonstration)'
      },
      {
        who: 'All other professions',
        document: 'Certificate of participation',
        amount: 'Up to 1 hour of participation (demonstration)'
      }
    ]);
  });

  it('says where a credit of some countries makes a difference', () => {
    const rows = offerRows(decideForAll(accredited, { rules: RULES, day: DAY }));
    expect(rows.map(({ who, amount }) => `${who}: ${amount}`)).toContain(
      'Physician (MD, DO or equivalent), United Kingdom: Up to 1 CPD credit'
    );
  });

  it('is one line when nobody gets anything', () => {
    expect(offerRows(decideForAll(accredited, { rules: RULES, day: '2030-01-01' }))).toEqual([
      { who: 'All professions', document: 'Nothing', amount: 'The activity closed on November 30, 2029.' }
    ]);
  });
});

import { expect, it } from 'vitest';
import { foreignBadge } from '../../../../tests/support/foreign-badge.ts';
import { reportForeign, statedFacts } from './badge-report.ts';

it('says of a badge what it states, and leaves out what it does not', () => {
  expect(statedFacts(foreignBadge({ validUntil: '2027-02-28T23:59:59Z' }))).toEqual([
    { label: 'Name', value: 'Airway course' },
    { label: 'Issuer', value: 'Example Hospital' },
    { label: 'Valid from', value: 'March 1, 2025' },
    { label: 'Valid until', value: 'February 28, 2027' }
  ]);
  expect(
    statedFacts(foreignBadge({ validFrom: '2025-02-30T00:00:00Z', issuer: 7, credentialSubject: [] }))
  ).toEqual([
    { label: 'Name', value: 'Airway course' },
    { label: 'Valid from', value: '2025-02-30T00:00:00Z' }
  ]);
});

it('calls no badge from elsewhere valid, and none whose signature was not checked fitting', () => {
  const verdictOf = (kind: 'fits' | 'unchecked', faults: string[]) => {
    const signature = kind === 'fits' ? { kind, ours: false, by: 'a key' } : { kind, why: 'No key.' };
    return reportForeign(foreignBadge(), { signature, faults }).verdict;
  };
  expect([verdictOf('fits', []), verdictOf('unchecked', [])]).toEqual(['fits', 'unconfirmed']);
  expect([verdictOf('fits', ['x']), verdictOf('unchecked', ['x'])]).toEqual(['broken', 'broken']);
});

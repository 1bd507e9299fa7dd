import { beforeAll, expect, it } from 'vitest';
import { entitledAmount } from '#lib/domain/accreditation/entitlement.ts';
import { readActivity } from '#lib/server/activity/read-activity.ts';
import { readCreditOffer, readOfferToAll } from '#lib/server/activity/read-credit-offer.ts';
import { accreditSample } from '../../support/accredit-sample.ts';
import { describeOnEachDatabase, type DatabaseInSuite } from '../../support/each-database.ts';

async function offerTo(on: DatabaseInSuite, profession: string, day = '2027-03-15') {
  const { db } = on.database;
  const sample = await readActivity(db, 'resistance-to-immunotherapy');
  const activityVersionId = sample?.activityVersionId ?? '';
  const answer = await readCreditOffer(db, { activityVersionId, profession, country: 'US', day });
  if (answer.kind === 'not-eligible') return answer.reason.kind;
  const { credit } = answer;
  return `${credit.document}: ${entitledAmount(credit, credit.maximumQuarterCredits)}`;
}

describeOnEachDatabase('what a demonstration offers', (on) => {
  it('is the document of the profession, on any day', async () => {
    expect(await offerTo(on, 'physician', '2035-01-01')).toBe('certificate: 0.5 demonstration credit');
    expect(await offerTo(on, 'pharmacist')).toBe(
      'completion-summary: 0.5 hours of participation (demonstration)'
    );
    expect(await offerTo(on, 'nurse')).toBe(
      'certificate-of-participation: 0.5 hours of participation (demonstration)'
    );
  });
});

describeOnEachDatabase('what an accredited activity offers', (on) => {
  beforeAll(() =>
    accreditSample(on.database.db, {
      accreditor: 'Joint Accreditation',
      offers: { 'ama-pra-1': 2, 'ancc-contact-hours': 1 }
    })
  );

  it('is what it was designated for, to each profession its own', async () => {
    expect(await offerTo(on, 'physician')).toBe('certificate: 0.5 AMA PRA Category 1 Credit™');
    expect(await offerTo(on, 'nurse')).toBe('certificate: 0.25 contact hour');
    expect(await offerTo(on, 'dentist')).toBe('certificate-of-participation: 0.5 hours of participation');
  });

  it('names every designation to everybody', async () => {
    const { db } = on.database;
    const sample = await readActivity(db, 'resistance-to-immunotherapy');
    const { designations, offers } = await readOfferToAll(db, {
      activityVersionId: sample?.activityVersionId ?? '',
      day: '2027-03-15'
    });
    expect(designations).toEqual([
      expect.stringContaining(
        'for a maximum of 0.5 AMA PRA Category 1 Credit™. Physicians should claim only'
      ),
      expect.stringContaining('for a maximum of 0.25 contact hour')
    ]);
    expect(offers.every(({ answer }) => answer.kind === 'eligible')).toBe(true);
  });

  it('is nothing outside of its dates', async () => {
    expect(await offerTo(on, 'physician', '2026-11-30')).toBe('upcoming');
    expect(await offerTo(on, 'nurse', '2029-12-01')).toBe('closed');
  });
});

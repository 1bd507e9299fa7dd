import { beforeAll, expect, it } from 'vitest';
import { claimCredit } from '#lib/server/certificate/claim-credit.ts';
import { readCertificate } from '#lib/server/certificate/read-certificate.ts';
import { accreditSample } from '../../support/accredit-sample.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import {
  evaluate,
  makeCreditedLearner,
  makeLearner,
  makePassedLearner,
  recordAttempt
} from '../../support/learner.ts';

describeOnEachDatabase('an accredited activity', (on) => {
  beforeAll(() => accreditSample(on.database.db));

  it('takes evaluations on its last day, and none after it', async () => {
    const inTime = await makePassedLearner(on.database.db);
    expect((await evaluate(on.database.db, inTime, new Date('2029-11-30T23:59:59Z'))).ok).toBe(true);
    const late = await makePassedLearner(on.database.db);
    expect(await evaluate(on.database.db, late, new Date('2029-12-01T00:00:00Z'))).toEqual({
      ok: false,
      problem: 'closed'
    });
  });

  it('lets a completion of its last day be claimed later', async () => {
    const learner = await makePassedLearner(on.database.db);
    await evaluate(on.database.db, learner, new Date('2029-11-30T23:59:59Z'));
    const now = new Date('2030-06-01T00:00:00Z');
    expect((await claimCredit(on.database.db, { ...learner, quarterCredits: 2, now })).ok).toBe(true);
  });

  it('is not completed by a pre-test that was taken after it closed', async () => {
    const learner = await makeLearner(on.database.db);
    await recordAttempt(on.database.db, learner, { kind: 'assessment', itemsCorrect: 10 });
    await evaluate(on.database.db, learner);
    await recordAttempt(on.database.db, learner, { kind: 'pre-test', itemsCorrect: 3 });
    const now = new Date('2030-06-01T00:00:00Z');
    expect(await claimCredit(on.database.db, { ...learner, quarterCredits: 2, now })).toEqual({
      ok: false,
      problem: { kind: 'closed' }
    });
  });

  it('has its provider and statement on the certificate', async () => {
    const { certificateId, personId } = await makeCreditedLearner(on.database.db);
    const reader = { id: personId, roles: [] };
    const certificate = await readCertificate(on.database.db, { certificateId, reader });
    expect(certificate?.document).toMatchObject({
      provider: 'Example University',
      statement: 'A statement of the provider.',
      creditLine: '0.5 AMA PRA Category 1 Credit™',
      demonstration: false
    });
  });
});

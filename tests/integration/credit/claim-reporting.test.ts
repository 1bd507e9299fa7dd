import { eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { creditReports } from '#lib/domain/credit/credit-report.ts';
import { NO_IDENTIFIER_FIELDS, NO_IDENTIFIERS } from '#lib/domain/credit/reporting-identifiers.ts';
import { claimCredit } from '#lib/server/certificate/claim-credit.ts';
import { readClaim } from '#lib/server/certificate/read-claim.ts';
import { readIdentifiers } from '#lib/server/credit/read-identifiers.ts';
import { updateIdentifiers } from '#lib/server/credit/update-identifiers.ts';
import { creditRules } from '#lib/server/db/schema/accreditation.ts';
import { certificates } from '#lib/server/db/schema/certificate.ts';
import { credits, reportingPermissions } from '#lib/server/db/schema/credit.ts';
import { auditEvents } from '#lib/server/db/schema/identity.ts';
import { accreditSample } from '../../support/accredit-sample.ts';
import { describeOnEachDatabase, type DatabaseInSuite } from '../../support/each-database.ts';
import { evaluate, makePassedLearner, NOON, type Learner } from '../../support/learner.ts';

const TYPED = {
  ...NO_IDENTIFIER_FIELDS,
  licenceState: 'CA',
  licenceNumber: 'A012345',
  birthMonth: '2',
  birthDay: '29'
};

const LICENCE = { state: 'CA', number: 'A012345' };
const BIRTH_DAY = { month: 2, day: 29 };

const makeLearner = async ({ database: { db } }: DatabaseInSuite) => {
  const learner = await makePassedLearner(db);
  await evaluate(db, learner);
  return learner;
};

const claim = (
  on: DatabaseInSuite,
  learner: Learner,
  permitted: string[],
  typed = TYPED,
  quarterCredits = 2
) => claimCredit(on.database.db, { ...learner, quarterCredits, reporting: { permitted, typed }, now: NOON });

/** Everything that claims of a learner have written. */
async function written({ database: { db } }: DatabaseInSuite, { personId }: Learner) {
  const { report, granted, wording, recordedAt } = reportingPermissions;
  const actions = await db
    .select({ action: auditEvents.action, detail: auditEvents.detail })
    .from(auditEvents)
    .where(eq(auditEvents.actorId, personId))
    .orderBy(auditEvents.id);
  return {
    credits: await db
      .select({ amount: credits.quarterCredits, rule: creditRules.key })
      .from(credits)
      .innerJoin(creditRules, eq(creditRules.id, credits.creditRuleId))
      .where(eq(credits.personId, personId)),
    documents: await db
      .select({ document: certificates.document })
      .from(certificates)
      .where(eq(certificates.personId, personId)),
    permissions: await db
      .select({ report, granted, wording, recordedAt })
      .from(reportingPermissions)
      .where(eq(reportingPermissions.personId, personId))
      .orderBy(report),
    identifiers: await readIdentifiers(db, personId),
    events: actions.filter(({ action }) => /^(credit\.(?!record)|certificate)/.test(action))
  };
}

describeOnEachDatabase('a claim of accredited credit', (on) => {
  beforeAll(() => accreditSample(on.database.db, { offers: { 'ama-pra-1': 2, 'abim-moc': 2 } }));

  it('keeps what was permitted and what was not, with wording and time, and the numbers of what was', async () => {
    const learner = await makeLearner(on);
    expect(await claim(on, learner, ['pars', 'cpe-monitor', 'x'])).toMatchObject({ ok: true });
    const { permissions, identifiers, events } = await written(on, learner);
    const [pars, moc] = creditReports(['pars', 'abim-moc']);
    expect(permissions).toEqual([
      { report: 'abim-moc', granted: false, wording: moc?.wording, recordedAt: NOON },
      { report: 'pars', granted: true, wording: pars?.wording, recordedAt: NOON }
    ]);
    expect(identifiers).toEqual({ ...NO_IDENTIFIERS, licence: LICENCE, birthDay: BIRTH_DAY });
    expect(events.map(({ action }) => action)).toEqual([
      'credit.claim',
      'credit.update-identifiers',
      'credit.permit-report',
      'credit.refuse-report',
      'certificate.issue'
    ]);
    expect(JSON.stringify(events)).not.toContain('A012345');
  });

  it('gives the document without any permission, and keeps no number that was typed all the same', async () => {
    const learner = await makeLearner(on);
    expect(await claim(on, learner, [])).toMatchObject({ ok: true });
    const { permissions, identifiers, documents } = await written(on, learner);
    expect(permissions.map(({ granted }) => granted)).toEqual([false, false]);
    expect(identifiers).toEqual(NO_IDENTIFIERS);
    expect(documents).toHaveLength(1);
  });

  it('freezes kind, unit and wording of the rules in the document, and names them on the credit', async () => {
    const learner = await makeLearner(on);
    await claim(on, learner, [], TYPED, 1);
    const { credits: rows, documents } = await written(on, learner);
    expect(rows).toEqual([{ amount: 1, rule: 'ama-pra-1' }]);
    expect(documents[0]?.document).toMatchObject({
      kind: 'certificate',
      creditLine: '0.25 AMA PRA Category 1 Credit™',
      unit: { one: 'AMA PRA Category 1 Credit™' },
      lines: [
        {
          text: 'The Example University awards 0.25 AMA PRA Category 1 Credit™ for participation in this enduring material.'
        },
        {
          text: 'Equivalent to 0.25 MOC points of the ABIM, once the Example University has reported the completion.'
        }
      ]
    });
  });

  it('is refused with every message at once where a ticked report would not find the person, and writes nothing', async () => {
    const learner = await makeLearner(on);
    const refused = await claim(on, learner, ['pars', 'abim-moc'], { ...TYPED, licenceNumber: '?' }, 3);
    if (refused.ok || refused.problem.kind !== 'wrong-fields') throw new Error(JSON.stringify(refused));
    const fields = refused.problem.problems.map(({ field }) => field);
    expect(fields).toEqual(['quarterCredits', 'licenceNumber', 'boardId']);
    expect(await written(on, learner)).toEqual({
      credits: [],
      documents: [],
      permissions: [],
      identifiers: NO_IDENTIFIERS,
      events: []
    });
  });

  it('asks for no number that is known', async () => {
    const learner = await makeLearner(on);
    const known = { ...NO_IDENTIFIERS, licence: LICENCE, birthDay: BIRTH_DAY };
    await updateIdentifiers(on.database.db, { ...learner, identifiers: known, now: NOON });
    const view = await readClaim(on.database.db, { ...learner, day: '2027-01-31' });
    expect(view).toMatchObject({
      kind: 'open',
      offer: { known, reports: [{ id: 'pars' }, { id: 'abim-moc' }] }
    });
    expect(await claim(on, learner, ['pars'], NO_IDENTIFIER_FIELDS)).toMatchObject({ ok: true });
    expect((await written(on, learner)).identifiers).toEqual(known);
  });

  it('is made once by fifty at once, with one answer for all, whatever each of them permits', async () => {
    const learner = await makeLearner(on);
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        claim(on, learner, index % 2 === 0 ? ['pars'] : [], TYPED, 1 + (index % 2))
      )
    );
    expect(outcomes.every(({ ok }) => ok)).toBe(true);
    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
    const rows = await written(on, learner);
    expect([rows.credits.length, rows.documents.length, rows.permissions.length]).toEqual([1, 1, 2]);
    // Who came first decides amount and permission together.
    const permittedPars = rows.permissions.some(({ granted }) => granted);
    expect(rows.credits[0]?.amount).toBe(permittedPars ? 1 : 2);
    expect(rows.identifiers.licence).toEqual(permittedPars ? LICENCE : null);
    expect(rows.events).toHaveLength(permittedPars ? 5 : 4);
  });
});

describeOnEachDatabase('a claim in a demonstration', (on) => {
  it('offers no report, and keeps none that is ticked all the same', async () => {
    const learner = await makeLearner(on);
    const view = await readClaim(on.database.db, { ...learner, day: '2027-01-31' });
    expect(view).toMatchObject({ kind: 'open', offer: { demonstration: true, reports: [] } });
    expect(await claim(on, learner, ['pars'])).toMatchObject({ ok: true });
    const { permissions, identifiers, credits: rows } = await written(on, learner);
    expect([permissions, identifiers, rows]).toEqual([
      [],
      NO_IDENTIFIERS,
      [{ amount: 2, rule: 'demonstration' }]
    ]);
  });
});

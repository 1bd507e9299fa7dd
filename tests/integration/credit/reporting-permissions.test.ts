import { and, eq, inArray } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { creditReports } from '#lib/domain/credit/credit-report.ts';
import { NO_IDENTIFIERS } from '#lib/domain/credit/reporting-identifiers.ts';
import { changePermission } from '#lib/server/credit/change-permission.ts';
import { keepPermission } from '#lib/server/credit/keep-permission.ts';
import { listReportedCredits } from '#lib/server/credit/list-reported-credits.ts';
import { updateIdentifiers } from '#lib/server/credit/update-identifiers.ts';
import { reportingPermissions } from '#lib/server/db/schema/credit.ts';
import { auditEvents } from '#lib/server/db/schema/identity.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import { makeCreditedLearner, NOON, type Learner } from '../../support/learner.ts';
import { refusedByDatabase } from '../../support/refused-by-database.ts';

const later = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000);

const [PARS] = creditReports(['pars']);

describeOnEachDatabase('a permission to report credit', (on) => {
  /** Somebody with credit who did not permit PARS when asked, in words that have changed since. */
  const askedLearner = async (): Promise<Learner> => {
    const { personId, activityVersionId } = await makeCreditedLearner(on.database.db);
    const learner = { personId, activityVersionId };
    const permission = { report: 'pars', granted: false, wording: 'Earlier words.', wordingVersion: 0 };
    await on.database.db.transaction((tx) => keepPermission(tx, { learner, permission, now: NOON }));
    return learner;
  };

  const change = (learner: Learner, granted: boolean, now: Date, report = 'pars') =>
    changePermission(on.database.db, { ...learner, report, granted, now });

  const addLicence = ({ personId }: Learner) =>
    updateIdentifiers(on.database.db, {
      personId,
      identifiers: {
        ...NO_IDENTIFIERS,
        licence: { state: 'CA', number: 'A1' },
        birthDay: { month: 2, day: 29 }
      },
      now: NOON
    });

  const rowsOf = ({ personId }: Learner) =>
    on.database.db
      .select({ granted: reportingPermissions.granted, wording: reportingPermissions.wording })
      .from(reportingPermissions)
      .where(eq(reportingPermissions.personId, personId))
      .orderBy(reportingPermissions.recordedAt);

  const standing = async ({ personId }: Learner) => {
    const [credit] = await listReportedCredits(on.database.db, personId);
    return credit?.permissions;
  };

  it('is given and withdrawn in rows of their own, each with its words and its audit row', async () => {
    const learner = await askedLearner();
    await addLicence(learner);
    expect(await change(learner, true, later(1))).toEqual({ ok: true, value: null });
    expect(await change(learner, true, later(2)), 'it stands so already').toEqual({ ok: true, value: null });
    expect(await standing(learner)).toEqual([
      { report: 'pars', granted: true, wording: PARS?.wording, wordingVersion: 1, recordedOn: '2027-01-31' }
    ]);
    expect(await change(learner, false, later(3))).toEqual({ ok: true, value: null });
    expect(await rowsOf(learner)).toEqual([
      { granted: false, wording: 'Earlier words.' },
      { granted: true, wording: PARS?.wording },
      { granted: false, wording: PARS?.wording }
    ]);
    const events = await on.database.db
      .select({ action: auditEvents.action })
      .from(auditEvents)
      .where(
        and(
          eq(auditEvents.actorId, learner.personId),
          inArray(auditEvents.action, ['credit.permit-report', 'credit.refuse-report'])
        )
      )
      .orderBy(auditEvents.id);
    const actions = events.map(({ action }) => action);
    expect(actions).toEqual(['credit.refuse-report', 'credit.permit-report', 'credit.refuse-report']);
  });

  it('is not given where the report would not find the person', async () => {
    const learner = await askedLearner();
    expect(await change(learner, true, later(1))).toEqual({
      ok: false,
      problem: { kind: 'identifiers', missing: ['licence', 'birthDay'] }
    });
    expect(await rowsOf(learner)).toHaveLength(1);
  });

  it('is there for the reports of the credit alone, and for its holder alone', async () => {
    const learner = await askedLearner();
    const stranger = await makeCreditedLearner(on.database.db);
    const unknown = { ok: false, problem: { kind: 'never-asked' } };
    expect(await change(learner, true, later(1), 'cpe-monitor')).toEqual(unknown);
    expect(await change(stranger, true, later(1))).toEqual(unknown);
    expect(await listReportedCredits(on.database.db, stranger.personId)).toEqual([]);
  });

  it('does not stand where given and refused in the same instant', async () => {
    const learner = await askedLearner();
    await addLicence(learner);
    await change(learner, true, NOON);
    expect(await standing(learner)).toMatchObject([{ granted: false }]);
  });

  it('is changed once by twenty changes at once', async () => {
    const learner = await askedLearner();
    await addLicence(learner);
    await Promise.all(Array.from({ length: 20 }, () => change(learner, true, later(1))));
    expect(await rowsOf(learner)).toHaveLength(2);
  });

  it('is never overwritten', async () => {
    const learner = await askedLearner();
    const { personId } = learner;
    const update = on.database.db
      .update(reportingPermissions)
      .set({ granted: true })
      .where(eq(reportingPermissions.personId, personId));
    expect(await refusedByDatabase(update)).toContain('never changed or removed');
  });
});

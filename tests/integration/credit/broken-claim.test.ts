import { eq, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/pglite';
import { expect, it } from 'vitest';
import { NO_IDENTIFIER_FIELDS } from '#lib/domain/credit/reporting-identifiers.ts';
import { claimCredit } from '#lib/server/certificate/claim-credit.ts';
import { openDatabase, type Executor } from '#lib/server/db/index.ts';
import { certificates } from '#lib/server/db/schema/certificate.ts';
import {
  completions,
  credits,
  reportingIdentifiers,
  reportingPermissions
} from '#lib/server/db/schema/credit.ts';
import { auditEvents } from '#lib/server/db/schema/identity.ts';
import { accreditSample } from '../../support/accredit-sample.ts';
import { openBreakingWire, type Break } from '../../support/breaking-wire.ts';
import { evaluate, makeLearner, NOON, recordAttempt, type Learner } from '../../support/learner.ts';
import { openPgliteClient, openTestDatabase } from '../../support/open-test-database.ts';

const TYPED = {
  ...NO_IDENTIFIER_FIELDS,
  licenceState: 'CA',
  licenceNumber: 'A1',
  birthMonth: '2',
  birthDay: '29'
};

const claim = (db: Executor, learner: Learner) =>
  claimCredit(db, {
    ...learner,
    quarterCredits: 2,
    reporting: { permitted: ['pars'], typed: TYPED },
    now: NOON
  });

/** Everything is done but the claim, which completes the activity as well: the pre-test was taken last. */
async function makeClaimant(db: Executor): Promise<Learner> {
  const learner = await makeLearner(db);
  await recordAttempt(db, learner, { kind: 'assessment', itemsCorrect: 9 });
  await evaluate(db, learner);
  await recordAttempt(db, learner, { kind: 'pre-test', itemsCorrect: 2 });
  return learner;
}

/** How many rows of each kind a claim has left. */
async function rowsOf(db: Executor, { personId }: Learner) {
  const actions = await db
    .select({ action: auditEvents.action })
    .from(auditEvents)
    .where(eq(auditEvents.actorId, personId))
    .orderBy(auditEvents.id);
  return {
    completions: await db.$count(completions, eq(completions.personId, personId)),
    credits: await db.$count(credits, eq(credits.personId, personId)),
    certificates: await db.$count(certificates, eq(certificates.personId, personId)),
    permissions: await db.$count(reportingPermissions, eq(reportingPermissions.personId, personId)),
    identifiers: await db.$count(reportingIdentifiers, eq(reportingIdentifiers.personId, personId)),
    events: actions.map(({ action }) => action).filter((action) => /^(credit|certificate)\./.test(action))
  };
}

const NOTHING = { completions: 0, credits: 0, certificates: 0, permissions: 0, identifiers: 0, events: [] };

const EVERYTHING = {
  completions: 1,
  credits: 1,
  certificates: 1,
  permissions: 2,
  identifiers: 1,
  events: [
    'credit.record-completion',
    'credit.claim',
    'credit.update-identifiers',
    'credit.permit-report',
    'credit.refuse-report',
    'certificate.issue'
  ]
};

/** More than this many statements belong to a claim: fewer, and the breaks would miss most of it. */
const FEWEST = 25;

const accredit = (db: Executor) => accreditSample(db, { offers: { 'ama-pra-1': 2, 'abim-moc': 2 } });

it('leaves nothing half done on Postgres, wherever the connection is lost, and succeeds once when repeated', async () => {
  const database = await openTestDatabase('postgres');
  const wire = await openBreakingWire(database.url ?? '');
  const throughWire = await openDatabase({ databaseUrl: wire.url, dataDir: '' });
  const { db } = database;
  /** Claims with the connection lost at the place. Gives whether the client was told of a success. */
  const claimBroken = async (learner: Learner, place: Break | null) => {
    await throughWire.db.execute(sql`select 1`);
    wire.arm(place);
    const outcome = await claim(throughWire.db, learner).catch(() => null);
    const count = wire.count();
    wire.arm(null);
    return { isTold: outcome?.ok === true, count };
  };
  try {
    await accredit(db);
    const whole = await makeClaimant(db);
    const { isTold, count: statements } = await claimBroken(whole, null);
    expect(isTold).toBe(true);
    expect(await rowsOf(db, whole)).toEqual(EVERYTHING);
    expect(statements).toBeGreaterThan(FEWEST);
    for (const side of ['before', 'after'] as const) {
      for (let atStatement = 1; atStatement <= statements; atStatement += 1) {
        const place = `${side} statement ${atStatement} of ${statements}`;
        const learner = await makeClaimant(db);
        expect((await claimBroken(learner, { atStatement, side })).isTold, place).toBe(false);
        // The last statement is the commit: once the server has carried it out, the claim stands, whoever heard of it.
        const isCommitted = side === 'after' && atStatement === statements;
        expect(await rowsOf(db, learner), place).toEqual(isCommitted ? EVERYTHING : NOTHING);
        expect(await claim(db, learner), place).toMatchObject({ ok: true, value: { quarterCredits: 2 } });
        expect(await rowsOf(db, learner), place).toEqual(EVERYTHING);
      }
    }
  } finally {
    await throughWire.close();
    await wire.close();
    await database.close();
  }
}, 120_000);

it('leaves nothing half done on PGlite, whichever statement fails, and succeeds once when repeated', async () => {
  const client = await openPgliteClient('sample');
  const db = drizzle(client);
  let [statements, failsAt] = [0, Number.POSITIVE_INFINITY];
  const logQuery = () => {
    statements += 1;
    if (statements === failsAt) throw new Error('The statement was not run.');
  };
  const failing = drizzle(client, { logger: { logQuery } });
  try {
    await accredit(db);
    const whole = await makeClaimant(db);
    expect(await claim(failing, whole)).toMatchObject({ ok: true });
    expect(await rowsOf(db, whole)).toEqual(EVERYTHING);
    const count = statements;
    expect(count).toBeGreaterThan(FEWEST - 2);
    for (failsAt = 1; failsAt <= count; failsAt += 1) {
      const place = `statement ${failsAt} of ${count}`;
      const learner = await makeClaimant(db);
      statements = 0;
      await expect(claim(failing, learner), place).rejects.toThrow('The statement was not run.');
      expect(await rowsOf(db, learner), place).toEqual(NOTHING);
      expect(await claim(db, learner), place).toMatchObject({ ok: true });
      expect(await rowsOf(db, learner), place).toEqual(EVERYTHING);
    }
  } finally {
    await client.close();
  }
}, 120_000);

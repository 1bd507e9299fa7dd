import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { endOverdueAttempt } from '#lib/server/attempt/end-overdue.ts';
import { finishAttempt } from '#lib/server/attempt/finish-attempt.ts';
import { openDatabase, type Database } from '#lib/server/db/index.ts';
import { withRequestNetwork } from '#lib/server/identity/request-network.ts';
import { eraseWaiting } from '#lib/server/privacy/erase-person.ts';
import { exportOwnData } from '#lib/server/privacy/export-own-data.ts';
import { readConsents } from '#lib/server/privacy/read-consents.ts';
import { removeWhatIsDue } from '#lib/server/privacy/remove-what-is-due.ts';
import { requestErasure } from '#lib/server/privacy/request-erasure.ts';
import { dropDatabaseRoles, giveToRoles, makeDatabaseRoles } from '../../support/database-roles.ts';
import { makeErasable, SECRET } from '../../support/erasable.ts';
import { NOON } from '../../support/learner.ts';
import { createDatabase, dropDatabase, uniqueDatabaseName } from '../../support/postgres-databases.ts';
import { beginPretest, start } from '../../support/sitting.ts';
import { timeSample } from '../../support/timed-sample.ts';

const { serverUrl, postgres } = inject('templates');
const name = uniqueDatabaseName('privacy');
let roles: Awaited<ReturnType<typeof makeDatabaseRoles>>;
let owner: Database;
let program: Database;

beforeAll(async () => {
  roles = await makeDatabaseRoles(serverUrl);
  const url = await createDatabase(serverUrl, name, postgres.sample);
  owner = await openDatabase({ databaseUrl: url, dataDir: '' });
  const { DATABASE_URL } = await giveToRoles(serverUrl, url, roles);
  program = await openDatabase({ databaseUrl: DATABASE_URL, migrationDatabaseUrl: url, dataDir: '' });
  await program.migrate('drizzle');
});

afterAll(async () => {
  await program.close();
  await owner.close();
  await dropDatabase(serverUrl, name);
  await dropDatabaseRoles(serverUrl, roles);
});

describe('a program that may neither change credit nor certificates', () => {
  it('gives people their data, erases them, and removes what is due', async () => {
    const { personId } = await makeErasable(owner.db);
    const theirs = program.forPerson(personId);
    expect((await readConsents(theirs, personId))[0]?.steps).toMatchObject([{ given: true }]);
    expect(await exportOwnData(program.db, { personId, now: NOON })).toMatchObject({ ok: true });
    const asked = { personId, actorId: personId, ground: null, now: NOON };
    expect(await requestErasure(theirs, asked)).toMatchObject({ ok: true });
    expect(await eraseWaiting(program.db, { secret: SECRET, now: NOON })).toBe(1);
    const due = await removeWhatIsDue(program.db, new Date('2034-01-01'));
    expect(due).toMatchObject({ links: 1, throttles: 1, 'credit-record': 1 });
  });

  it('finishes an attempt whose time is up for the learner who comes back', async () => {
    await timeSample(owner.db);
    const { personId, ...pretest } = await beginPretest(owner.db);
    await finishAttempt(owner.db, { ...pretest, personId, now: NOON });
    const sitting = await start(owner.db, personId, { kind: 'assessment' });
    const late = { ...sitting, now: new Date(NOON.getTime() + 41 * 60_000) };
    const ended = withRequestNetwork('192.0.2.0/24', () =>
      endOverdueAttempt(program.forPerson(personId), late)
    );
    expect(await ended).toBe(true);
  });
});

import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GATE_VERSION } from '#lib/domain/identity/gate.ts';
import type { Executor } from '#lib/server/db/index.ts';
import { startSession } from '#lib/server/identity/session.ts';
import * as activityPage from '../../../src/routes/activities/[slug]/+page.server.ts';
import * as catalogue from '../../../src/routes/activities/+page.server.ts';
import * as lessonPage from '../../../src/routes/activities/[slug]/lesson/[section]/+page.server.ts';
import * as checkPage from '../../../src/routes/attempts/[id]/check/+page.server.ts';
import * as resultPage from '../../../src/routes/attempts/[id]/result/+page.server.ts';
import * as questionPage from '../../../src/routes/attempts/[id]/[position]/+page.server.ts';
import { takeResponse } from '../../../src/routes/drawn/take-response.ts';
import { NOON, SAMPLE } from '../../support/learner.ts';
import { openTestDatabase, type TestDatabase } from '../../support/open-test-database.ts';
import { answerFields, begin, beginPretest, type Sitting } from '../../support/sitting.ts';

/** The statements that went to the server, each a round trip, transactions' own words among them. */
const sent: string[] = [];

let database: TestDatabase;
let client: postgres.Sql;
let db: Executor;

beforeAll(async () => {
  database = await openTestDatabase('postgres');
  client = postgres(database.url ?? '', { max: 1, debug: (_connection, text) => sent.push(text) });
  db = drizzle(client);
});
afterAll(async () => {
  await client.end();
  await database.close();
});

type Request = {
  path: string;
  params: Record<string, string>;
  personId: string;
  fields?: URLSearchParams;
};

/** Does what the route does with a request of this person, and counts what it asks of the database. */
async function count(work: unknown, { path, params, personId, fields }: Request): Promise<number> {
  if (typeof work !== 'function') throw new Error('This is nothing that a route does.');
  const url = new URL(path, 'http://localhost');
  const person = {
    id: personId,
    roles: ['clinician'],
    lockedRoles: [],
    givenName: 'Ada',
    email: 'a@b.example'
  };
  const event = {
    locals: { db, database: { db, forPerson: () => db }, person, now: NOON, gateVersion: GATE_VERSION },
    url,
    params,
    setHeaders: () => {},
    request: new Request(url, fields ? { method: 'POST', body: fields } : {})
  };
  sent.length = 0;
  const outcome: unknown = await Promise.resolve(Reflect.apply(work, undefined, [event])).catch(
    (cause: unknown) => cause
  );
  // A redirect, or a page; not a refusal.
  const status = typeof outcome === 'object' && outcome !== null ? Reflect.get(outcome, 'status') : undefined;
  expect([undefined, 303]).toContain(status);
  if (outcome instanceof Error) throw outcome;
  return sent.length;
}

const ofAttempt = ({ attemptId, personId }: Sitting, rest: string) => ({
  path: `/attempts/${attemptId}/${rest}`,
  params: { id: attemptId, position: rest },
  personId
});

/** All requests of a sitting at one position, in their order, by name. */
async function sit(sitting: Sitting, position: number): Promise<Record<string, number>> {
  const place = ofAttempt(sitting, String(position));
  const question = await count(questionPage.load, place);
  const fields = await answerFields(db, sitting, { position });
  fields.set('sequence', '1');
  fields.set('key', crypto.randomUUID());
  const submit = await count(questionPage.actions['respond'], { ...place, fields });
  return {
    question,
    submit,
    answered: await count(questionPage.load, place),
    check: await count(checkPage.load, ofAttempt(sitting, 'check')),
    finish: await count(checkPage.actions['default'], ofAttempt(sitting, 'check')),
    result: await count(resultPage.load, ofAttempt(sitting, 'result'))
  };
}

/** What each request may ask at most: less than the items of a form of 10, so that one query an item does not pass. */
const MOST = { question: 1, submit: 2, answered: 1, check: 3, finish: 8, result: 8 };

const excess = (counts: Record<string, number>, most: Record<string, number>) =>
  Object.entries(counts).filter(([name, asked]) => asked > (most[name] ?? 0));

describe('what a request asks of the database', () => {
  it('is four queries more for all items of a form together, where none was read before', async () => {
    const sitting = await begin(db, 'assessment');
    expect(await count(checkPage.load, ofAttempt(sitting, 'check'))).toBeLessThanOrEqual(MOST.check + 4);
  });

  it('is one query for a question and two statements for a response, with 10 items as with 5', async () => {
    const [five, ten, practice] = [
      await beginPretest(db),
      await begin(db, 'assessment'),
      await begin(db, 'practice')
    ];
    for (const sitting of [five, ten]) expect(excess(await sit(sitting, 2), MOST)).toEqual([]);
    // Feedback asks how its references stand today.
    expect(excess(await sit(practice, 1), { ...MOST, answered: 3 })).toEqual([]);
  });

  it('is two statements for a response in all, session and place being one, and for four at once one less each', async () => {
    const sittings = await Promise.all([1, 2, 3, 4].map(() => begin(db, 'assessment')));
    const server = { database: { db, forPerson: () => db, replica: null } };
    const sends = await Promise.all(
      sittings.map(async ({ attemptId, personId }) => {
        const { id: sessionId } = await startSession(db, { personId, now: new Date() });
        return async (position: number) => {
          const fields = await answerFields(db, { attemptId, personId }, { position });
          fields.set('sequence', '1');
          fields.set('key', crypto.randomUUID());
          const asked = { attemptId, position, sessionId, from: null, length: 1, isInPlace: false };
          return () => takeResponse(server, { asked, fields });
        };
      })
    );
    const ask = async (all: (() => Promise<unknown>)[]) => {
      sent.length = 0;
      const taken = await Promise.all(all.map((send) => send()));
      expect(taken).toEqual(
        sittings
          .slice(0, all.length)
          .map(({ personId }) =>
            expect.objectContaining({ person: expect.objectContaining({ id: personId }) })
          )
      );
      return sent.length;
    };
    const at = (position: number) => Promise.all(sends.map((send) => send(position)));
    await ask(await at(1));
    expect(await ask((await at(2)).slice(0, 1))).toBe(2);
    expect(await ask(await at(3))).toBe(1 + 4);
  });

  it('holds the pages of an activity', async () => {
    const { personId } = await beginPretest(db);
    const activity = { path: `/activities/${SAMPLE}`, params: { slug: SAMPLE }, personId };
    const section = 'primary-and-acquired';
    const lesson = {
      path: `${activity.path}/lesson/${section}`,
      params: { slug: SAMPLE, section },
      personId
    };
    await count(lessonPage.load, lesson);
    const counts = {
      lesson: await count(lessonPage.load, lesson),
      activity: await count(activityPage.load, activity),
      catalogue: await count(catalogue.load, { path: '/activities', params: {}, personId })
    };
    expect(excess(counts, { lesson: 3, activity: 13, catalogue: 6 })).toEqual([]);
  });
});

import { eq, sql } from 'drizzle-orm';
import { GATE_VERSION } from '#lib/domain/identity/gate.ts';
import type { Executor } from '#lib/server/db/index.ts';
import { certificates } from '#lib/server/db/schema/certificate.ts';
import { credits } from '#lib/server/db/schema/credit.ts';
import { auditEvents } from '#lib/server/db/schema/identity.ts';
import { startSession } from '#lib/server/identity/session.ts';
import { ACTIVITY } from '../support/journey.ts';
import { evaluate, makePassedLearner } from '../support/learner.ts';
import { startApp } from '../support/running-app.ts';
import { compare } from './compare.ts';
import { judged, type Fault, type FaultOptions, type Finding } from './fault.ts';
import { onCluster, onFolder } from './on-database.ts';
import type { Place } from './place.ts';
import { makeSittings, type Sitting } from './sittings.ts';
import { newClient, type WebClient } from './web-client.ts';

const AT_ONCE = 50;
const ROUNDS = 10;

/** Somebody who may claim. */
type Claimant = { personId: string; cookie: string };

async function makeClaimants(db: Executor, count: number): Promise<Claimant[]> {
  const made: Claimant[] = [];
  for (let one = 0; one < count; one += 1) {
    const now = new Date();
    const learner = await makePassedLearner(db);
    await evaluate(db, learner, now);
    const { personId } = learner;
    const { id } = await startSession(db, { personId, now });
    made.push({ personId, cookie: `session=${id}; gate=${GATE_VERSION}` });
  }
  return made;
}

type Form = { path: string; fields: Record<string, string>; cookie: string };

/** The answers to fifty of the same at once; one, where all are the same. */
async function answersTo(client: WebClient, { path, fields, cookie }: Form): Promise<string[]> {
  const all = Array.from({ length: AT_ONCE }, async () => {
    const { status, location } = await client.post(path, fields, cookie);
    return `${status} ${location ?? ''}`;
  });
  return [...new Set(await Promise.all(all))];
}

function formsOf({ attemptId, cookie, questions }: Sitting): Form[] {
  const [question] = questions;
  const option = question?.options[0]?.shown ?? '';
  const fields = { sequence: '1', key: crypto.randomUUID(), option };
  return [
    { path: `/attempts/${attemptId}/1?/respond`, fields, cookie },
    { path: `/attempts/${attemptId}/check`, fields: {}, cookie }
  ];
}

const EXPECTED = /^303 \/(attempts\/[0-9a-f-]{36}\/(\d+|result)|certificates\/[0-9a-f-]{36})$/;

function reasonsOf({ path }: Form, answers: string[]): string[] {
  const reasons = answers.length === 1 ? [] : [`${path} was answered differently: ${answers.join(', ')}`];
  const wrong = answers.filter((answer) => !EXPECTED.test(answer));
  return [...reasons, ...wrong.map((answer) => `${path} was answered ${answer}`)];
}

async function countActions(db: Executor, action: string): Promise<number> {
  return db.$count(auditEvents, eq(auditEvents.action, action));
}

/** One row of each, and one line in the audit log for each. */
async function findTwice(db: Executor, sittings: Sitting[]): Promise<string[]> {
  const rounds = sittings.length;
  const { twice, mismatched } = await compare(db, []);
  // Those who claim were put on record as somebody who passed, without the responses.
  const miscounted = mismatched.filter((one) => sittings.some(({ attemptId }) => one.startsWith(attemptId)));
  const counted = {
    responses: await countActions(db, 'attempt.submit-response'),
    finishes: await countActions(db, 'attempt.finish-attempt'),
    claims: await countActions(db, 'credit.claim'),
    credits: await db.$count(credits),
    certificates: await db.$count(certificates, sql`true`)
  };
  const wrong = Object.entries(counted).filter(([, count]) => count !== rounds);
  return [...twice, ...miscounted, ...wrong.map(([name, count]) => `${count} ${name} for ${rounds}`)];
}

async function sendAll(place: Place, forms: Form[]): Promise<string[]> {
  const app = await startApp(place);
  const client = newClient(app.origin, AT_ONCE);
  const reasons: string[] = [];
  try {
    for (const form of forms) reasons.push(...reasonsOf(form, await answersTo(client, form)));
  } finally {
    client.close();
    await app.stop();
  }
  return reasons;
}

async function duplicate(place: Place, { rounds: wanted }: FaultOptions): Promise<Finding> {
  const rounds = wanted ?? ROUNDS;
  const { sittings, claimants } = await place.look(async ({ db }) => ({
    sittings: await makeSittings(db, rounds),
    claimants: await makeClaimants(db, rounds)
  }));
  const claims = claimants.map(({ cookie }) => ({
    path: `${ACTIVITY}/claim`,
    fields: { quarterCredits: '2' },
    cookie
  }));
  const reasons = await sendAll(place, [...sittings.flatMap(formsOf), ...claims]);
  reasons.push(...(await place.look(({ db }) => findTwice(db, sittings))));
  const numbers = { rounds, sent: rounds * 3 * AT_ONCE };
  return judged(
    reasons,
    numbers,
    `${numbers.sent} requests in ${rounds * 3} bursts of ${AT_ONCE}: one row, one credit, one answer each`
  );
}

const promise = '50 of the same at once leave one row, one credit, and get one answer: submit, finish, claim';

/** A form that was sent many times at the same moment. */
export const duplicateFaults: Fault[] = [
  {
    name: 'duplicates-postgres',
    promise,
    run: (options) => onCluster([], ({ place }) => duplicate(place, options))
  },
  { name: 'duplicates-embedded', promise, run: (options) => onFolder((place) => duplicate(place, options)) }
];

import { eq } from 'drizzle-orm';
import { people, sessions } from '#lib/server/db/schema/identity.ts';
import { GATE_VERSION } from '#lib/domain/identity/gate.ts';
import { hashPassword, verifyPassword } from '#lib/server/identity/password.ts';
import type { Result } from '#lib/domain/result.ts';
import { newAccount } from '../tests/support/accounts.ts';
import { makePerson, PASSWORD, type TestPerson } from '../tests/support/people.ts';
import type { BenchApp } from './bench-app.ts';
import { figureOf, type Measurement } from './figure.ts';
import { postAtFullLoad, type Post } from './post-load.ts';
import { measureRatio, quantile } from './ratio.ts';

const SECONDS = 3;
const CLIENTS = 4;
const ACCOUNTS = 200;

/** `bounded by argon2 alone`: all else that a sign-in or sign-up does may cost a fifth beside it. */
const LEAST_SHARE = 0.8;

/** Hashes a second in this process, with the program's own settings and its own cap on how many at once. */
async function hashesPerSecond(hash: () => Promise<Result<unknown, 'busy'>>): Promise<number> {
  let done = 0;
  const start = performance.now();
  const client = async () => {
    while (performance.now() < start + SECONDS * 1000) {
      if (!(await hash()).ok) throw new Error('Too many passwords are being hashed.');
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  return (done * 1000) / (performance.now() - start);
}

type Door = {
  name: string;
  path: string;
  fields: () => Record<string, string>;
  count: () => Promise<number>;
};

/** Forms that carry a password, over HTTP; each that was let in has left its row. */
async function measureDoor({ app }: BenchApp, door: Door, hash: () => Promise<Result<unknown, 'busy'>>) {
  const next = (): Post => ({
    path: door.path,
    cookie: `gate=${GATE_VERSION}`,
    body: new URLSearchParams(door.fields()).toString()
  });
  const times: number[] = [];
  const figure = async () => {
    const before = await door.count();
    const posted = await postAtFullLoad(app.origin, { next, seconds: SECONDS, clients: CLIENTS });
    const rows = (await door.count()) - before;
    if (rows !== posted.times.length)
      throw new Error(`${posted.times.length} were let in, ${rows} are on record.`);
    times.push(...posted.times);
    return posted.perSecond;
  };
  const trial = {
    name: door.name,
    unit: 'a second',
    figure,
    limit: () => hashesPerSecond(hash),
    warmUp: figure
  };
  const ratio = await measureRatio(trial);
  const [p50, p99] = [0.5, 0.99].map((share) => quantile(times, share).toPrecision(3));
  return figureOf(ratio, { atLeast: LEAST_SHARE }, `argon2 alone is the limit; p50 ${p50} ms, p99 ${p99} ms`);
}

async function makePeople({ database }: BenchApp): Promise<TestPerson[]> {
  const made: TestPerson[] = [];
  while (made.length < ACCOUNTS) made.push(await makePerson(database.db));
  return made;
}

/** (e): sign-ins and sign-ups of four clients, against the password hashing that each of them needs. */
export const passwords: Measurement = {
  name: 'passwords',
  isUsual: true,
  figures: ['sign-in', 'sign-up'],
  measure: async (bench, report, wants) => {
    const { db } = bench.database;
    if (wants('sign-in')) {
      const signers = await makePeople(bench);
      let turn = 0;
      const fields = () => ({ email: signers[(turn += 1) % ACCOUNTS]?.email ?? '', password: PASSWORD });
      const door = { name: 'sign-in', path: '/sign-in', fields, count: () => db.$count(sessions) };
      const [row] = await db
        .select({ hash: people.passwordHash })
        .from(people)
        .where(eq(people.email, signers[0]?.email ?? ''));
      report(await measureDoor(bench, door, () => verifyPassword(row?.hash ?? null, PASSWORD)));
    }
    if (wants('sign-up')) {
      const door = { name: 'sign-up', path: '/sign-up', fields: newAccount, count: () => db.$count(people) };
      report(await measureDoor(bench, door, () => hashPassword(PASSWORD)));
    }
  }
};

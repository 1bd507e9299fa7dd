import { expect, it } from 'vitest';
import { NOWHERE, type Visit } from '#lib/domain/identity/visit.ts';
import { failure, success } from '#lib/domain/result.ts';
import type { Executor } from '#lib/server/db/index.ts';
import { throttleSignIn } from '#lib/server/identity/check-sign-in-password.ts';
import { startSession } from '#lib/server/identity/session.ts';
import { signIn } from '#lib/server/identity/sign-in.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import { NOON } from '../../support/learner.ts';
import { makePerson, PASSWORD } from '../../support/people.ts';

const later = (seconds: number) => new Date(NOON.getTime() + seconds * 1000);

const from = (network: string, browserToken: string | null = null): Visit => ({
  ...NOWHERE,
  network,
  browserToken
});

type Account = { account: string; personId: string | null };

/** Tries at an account; `made` counts those that were really looked at. */
function triesAt(db: Executor, account: Account) {
  const made = { right: 0, wrong: 0 };
  const guess = async (visit: Visit, now: Date, right = false) => {
    const outcome = await throttleSignIn(db, { ...account, visit, now }, () => {
      made[right ? 'right' : 'wrong'] += 1;
      return Promise.resolve(right ? success('in') : failure('wrong'));
    });
    return outcome.ok ? outcome.value : outcome.problem.kind;
  };
  return { guess, made };
}

/** Somebody who signed in from `network` and, in the browser, from wherever. */
async function anOwner(db: Executor, network: string, browserToken: string) {
  const { id: personId, email: account } = await makePerson(db);
  const begin = { personId, now: NOON };
  await db.transaction((tx) => startSession(tx, { ...begin, visit: from(network) }));
  await db.transaction((tx) => startSession(tx, { ...begin, visit: from('unknown', browserToken) }));
  return { personId, account };
}

describeOnEachDatabase(
  'guessing passwords',
  (on) => {
    it('is slow from 50 networks at once, while the owner signs in from theirs or in their browser', async () => {
      const { db } = on.database;
      const owner = await anOwner(db, '192.0.2.0/24', 'what the browser holds');
      const { guess, made } = triesAt(db, owner);
      const networks = Array.from({ length: 50 }, (_, nth) => from(`10.0.${nth}.0/24`));
      // The embedded database does one thing at a time, so that more rounds would show no more.
      const rounds = on.kind === 'postgres' ? 20 : 4;
      for (let round = 0; round < rounds; round += 1)
        await Promise.all(networks.map((network) => guess(network, later(round * 60))));
      expect(made.wrong).toBeGreaterThanOrEqual(20);
      expect(made.wrong, 'of a thousand in twenty minutes').toBeLessThan(30);

      const afterwards = later((rounds - 1) * 60 + 1);
      expect(await guess(from('10.9.9.0/24'), afterwards, true), 'the 1,001st, although right').toBe('wait');
      expect(await guess(from('192.0.2.0/24'), afterwards, true)).toBe('in');
      expect(await guess(from('10.0.1.0/24', 'what the browser holds'), afterwards, true)).toBe('in');
      expect(await guess(from('10.0.1.0/24', 'a guessed token'), afterwards, true)).toBe('wait');
      expect(await guess(from('10.9.9.0/24'), afterwards, true), 'which opens it to nobody').toBe('wait');
      expect(await guess(from('192.0.2.0/24'), later(181 * 86_400), true), 'long known no more').toBe('in');
    });

    it('makes others of the same network wait for nobody, nor the owner in their browser', async () => {
      const { db } = on.database;
      const colleague = triesAt(db, await anOwner(db, '192.0.2.0/24', 'token'));
      for (let nth = 0; nth < 20; nth += 1) await colleague.guess(from('192.0.2.0/24'), later(nth));
      expect(colleague.made.wrong).toBeLessThan(10);
      expect(await colleague.guess(from('192.0.2.0/24'), later(20), true)).toBe('wait');
      expect(await colleague.guess(from('192.0.2.0/24', 'token'), later(20), true)).toBe('in');
      const { guess, made } = triesAt(db, await anOwner(db, '192.0.2.0/24', 'token'));
      expect(await guess(from('192.0.2.0/24'), later(20), true), 'another account from there').toBe('in');

      for (let week = 0; week < 4; week += 1) {
        for (let nth = 0; nth < 4; nth += 1) await guess(from('192.0.2.0/24'), later(week * 7 * 86_400));
        expect(await guess(from('192.0.2.0/24'), later(week * 7 * 86_400), true)).toBe('in');
      }
      expect(made, 'who mistypes every week waits for nothing').toEqual({ right: 5, wrong: 16 });
    });

    it('gains nothing from an account of one’s own, and is as slow where nobody has the address', async () => {
      const { db } = on.database;
      const home = from('198.51.100.0/24');
      const mine = triesAt(db, { account: 'mine@example.org', personId: null });
      const kinds: string[][] = [[], []];
      const unknown = { account: 'nobody@example.org', personId: null };
      const { id: personId, email: account } = await makePerson(db);
      for (const [which, target] of [unknown, { account, personId }].entries()) {
        const { guess } = triesAt(db, target);
        for (let nth = 0; nth < 12; nth += 1) {
          kinds[which]?.push(await guess(home, later(nth)));
          await mine.guess(from(`203.0.${nth}.0/24`), later(nth), true);
        }
      }
      expect(kinds[0]?.slice(0, 6)).toEqual(['wrong', 'wrong', 'wrong', 'wrong', 'wrong', 'wait']);
      expect(kinds[1]).toEqual(kinds[0]);
      expect(mine.made.right, 'what is right makes nobody wait').toBe(24);
    });

    it('is counted by network over all addresses', async () => {
      const { db } = on.database;
      const sprayed = await Promise.all(
        Array.from({ length: 80 }, (_, nth) =>
          triesAt(db, { account: `sprayed-${nth}@example.org`, personId: null }).guess(
            from('10.66.0.0/24'),
            NOON
          )
        )
      );
      expect(sprayed.filter((kind) => kind === 'wrong')).toHaveLength(50);
    });

    it('stands before real passwords, in whatever case the address is written', async () => {
      const { db } = on.database;
      const { email } = await makePerson(db);
      const tryIt = async (typed: string, password: string) => {
        const input = { email: typed, password, previousSessionId: null, visit: from('10.77.0.0/24') };
        const outcome = await signIn(db, { ...input, now: NOON });
        return outcome.ok ? 'in' : outcome.problem.kind;
      };
      expect(await tryIt(email, PASSWORD)).toBe('in');
      for (const typed of [email, email.toUpperCase(), ` ${email}`, email, email])
        expect(await tryIt(typed, 'a wrong one')).toBe('wrong');
      expect(await tryIt(email, PASSWORD)).toBe('wait');
    });
  },
  'empty'
);

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseAccount } from '#lib/domain/identity/account-form.ts';
import { readSearch } from '#lib/domain/identity/people-search.ts';
import { isSetUpLinkUsable } from '#lib/server/identity/make-first-admin.ts';
import { readPeople } from '#lib/server/identity/read-people.ts';
import { signIn } from '#lib/server/identity/sign-in.ts';
import { signUp } from '#lib/server/identity/sign-up.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import { makePerson } from '../../support/people.ts';
import { ORIGIN } from './accounts.ts';

const now = new Date();

const anything = fc.string({ unit: 'binary', maxLength: 60 });

const hostile = fc.oneof(
  anything,
  fc.constantFrom("' or 1=1 --", '%', '\\', '\u0000', '\ud800', '{{7*7}}', '<script>', '../..')
);

describeOnEachDatabase(
  'whatever is sent',
  (on) => {
    it('signs nobody in', async () => {
      const { db } = on.database;
      await makePerson(db);
      const property = fc.asyncProperty(hostile, hostile, async (typed, password) => {
        const visit = { browser: typed, network: typed, browserToken: typed };
        const started = await signIn(db, { email: typed, password, previousSessionId: typed, visit, now });
        expect(started).toEqual({ ok: false, problem: { kind: 'wrong' } });
      });
      await fc.assert(property, { numRuns: 40 });
    });

    it('becomes an account that can be found again, or a refusal in words', async () => {
      const { db } = on.database;
      const fields = fc.record({
        email: fc.oneof(fc.emailAddress(), hostile),
        password: fc.string({ unit: 'binary', minLength: 12, maxLength: 140 }),
        givenName: hostile,
        familyName: hostile,
        credentials: hostile,
        profession: fc.constantFrom('nurse', 'physician', 'toString'),
        specialty: hostile,
        country: fc.constantFrom('US', 'DE', 'us'),
        npi: fc.oneof(fc.constantFrom('', '1234567893'), hostile)
      });
      const property = fc.asyncProperty(fields, async (typed) => {
        const account = parseAccount(typed);
        if (!account.ok) return account.problem.every(({ message }) => message.length > 0);
        const started = await signUp(db, { ...account.value, origin: ORIGIN, now });
        const { email } = account.value;
        return !started.ok || (await readPeople(db, { search: readSearch(email), page: 1 })).total > 0;
      });
      await fc.assert(property, { numRuns: 60 });
    });

    it('finds people or nobody, and opens no set-up', async () => {
      const { db } = on.database;
      const property = fc.asyncProperty(hostile, async (typed) => {
        const { people } = await readPeople(db, { search: readSearch(typed), page: 1 });
        return people.length <= 50 && !(await isSetUpLinkUsable(db, { token: typed, now }));
      });
      await fc.assert(property, { numRuns: 60 });
    });
  },
  'empty'
);

import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { auditEvents, people, personRoles } from '#lib/server/db/schema/identity.ts';
import { createApiToken } from '#lib/server/identity/create-api-token.ts';
import { findApiToken } from '#lib/server/identity/find-api-token.ts';
import { listApiTokens } from '#lib/server/identity/list-api-tokens.ts';
import { revokeApiToken } from '#lib/server/identity/revoke-api-token.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import { makePerson } from '../../support/people.ts';

const NOW = new Date('2027-01-31T12:00:00Z');
const LATER = new Date('2027-02-28T12:00:00Z');

describeOnEachDatabase(
  'a token of the API',
  (on) => {
    const makeAdmin = () => makePerson(on.database.db, { roles: ['admin'], now: NOW });
    const makeToken = (ownerId: string) =>
      createApiToken(on.database.db, {
        token: { name: 'Portal', scopes: ['completions:read'], expiresAt: LATER },
        ownerId,
        actorId: ownerId,
        now: NOW
      });
    const find = (token: string, now = NOW) =>
      findApiToken(on.database.db, { token, network: '192.0.2.0/24', now });

    it('acts for its owner until it ends, and is kept as its hash alone', async () => {
      const { id: ownerId, email } = await makeAdmin();
      const { id, token } = await makeToken(ownerId);
      expect(await find(token)).toEqual({
        ok: true,
        value: { tokenId: id, ownerId, scopes: ['completions:read'] }
      });
      expect(await find(token, LATER)).toMatchObject({ ok: false });
      expect(await find(`${token}x`)).toMatchObject({ ok: false });
      const [listed] = await listApiTokens(on.database.db, NOW);
      expect(listed).toMatchObject({ owner: email, expiresOn: '2027-02-28', lastUsedOn: '2027-01-31' });
      expect(JSON.stringify(listed)).not.toContain(token);
    });

    it('ends when it is revoked, once, with both on record', async () => {
      const { id: ownerId } = await makeAdmin();
      const { id, token } = await makeToken(ownerId);
      const revoke = () => revokeApiToken(on.database.db, { id, actorId: ownerId, now: NOW });
      expect([await revoke(), await revoke()]).toEqual([true, false]);
      expect(await find(token)).toMatchObject({ ok: false });
      const events = await on.database.db
        .select({ action: auditEvents.action })
        .from(auditEvents)
        .where(eq(auditEvents.subjectId, id));
      expect(events.map(({ action }) => action)).toEqual([
        'identity.create-api-token',
        'identity.revoke-api-token'
      ]);
    });

    it('ends with the role and with the account of its owner', async () => {
      const [roleless, disabled] = [(await makeAdmin()).id, (await makeAdmin()).id];
      const tokens = [await makeToken(roleless), await makeToken(disabled)];
      await on.database.db.delete(personRoles).where(eq(personRoles.personId, roleless));
      await on.database.db.update(people).set({ disabledAt: NOW }).where(eq(people.id, disabled));
      for (const { token } of tokens) expect(await find(token)).toMatchObject({ ok: false });
    });
  },
  'empty'
);

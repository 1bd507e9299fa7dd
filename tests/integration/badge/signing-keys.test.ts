import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq, sql } from 'drizzle-orm';
import { afterAll, describe, expect, it } from 'vitest';
import { ensureSigningKey } from '#lib/server/badge/ensure-signing-key.ts';
import { openKey } from '#lib/server/badge/key-box.ts';
import { selectOptionalKeyInUse } from '#lib/server/badge/key-queries.ts';
import { readKeySet } from '#lib/server/badge/list-keys.ts';
import { signingKeys } from '#lib/server/db/schema/certificate.ts';
import { auditEvents } from '#lib/server/db/schema/identity.ts';
import { parseEnvironment } from '#lib/server/environment.ts';
import { withSigningSecret } from '#lib/server/signing-secret.ts';
import { keysList, keysRotate } from '../../../scripts/commands/keys.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import { refusedByDatabase } from '../../support/refused-by-database.ts';

const secret = 'a secret of the tests, long enough';
const now = new Date('2027-01-31T12:00:00Z');

const folder = mkdtempSync(join(tmpdir(), 'footnote-secret-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describeOnEachDatabase(
  'the keys that sign badges',
  (on) => {
    const run = (
      command: typeof keysList,
      variables: Record<string, string> = { SIGNING_SECRET: secret }
    ) => {
      const environment = parseEnvironment(variables);
      return command.run({
        database: on.database,
        db: on.database.db,
        flags: {},
        words: [],
        now,
        environment
      });
    };

    it('are made once by many first badges, and are of no use without the secret', async () => {
      const { db } = on.database;
      await Promise.all(Array.from({ length: 2 }, () => ensureSigningKey(db, { secret, now })));
      const key = await selectOptionalKeyInUse(db);
      if (!key) throw new Error('There is no key.');
      expect((await readKeySet(db)).keys).toEqual([key.publicJwk]);
      expect(Object.keys(key.publicJwk).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use']);
      const { kid, encryptedPrivateKey: box } = key;
      expect(await openKey(box, { secret, kid })).toMatch(/^-----BEGIN PRIVATE KEY-----/);
      expect(await openKey(box, { secret: `${secret}!`, kid })).toBeNull();
      expect(await openKey(box, { secret, kid: 'another' })).toBeNull();
      const changed = new Uint8Array(box).map((byte, index) => (index === 60 ? byte ^ 1 : byte));
      expect(await openKey(changed, { secret, kid })).toBeNull();
      expect(await openKey(new Uint8Array(), { secret, kid })).toBeNull();
    });

    it('rotate by command: the old one stays published without its private half', async () => {
      const { db } = on.database;
      const before = await selectOptionalKeyInUse(db);
      const rotated = await run(keysRotate);
      const after = await selectOptionalKeyInUse(db);
      expect(rotated).toMatchObject({ exitCode: 0, data: { kid: after?.kid, retired: before?.kid } });
      const kids = (await readKeySet(db)).keys.map(({ kid }) => kid);
      expect(kids).toHaveLength(2);
      expect(kids).toEqual(expect.arrayContaining([before?.kid, after?.kid]));
      const { text } = await run(keysList);
      expect(text).toMatch(new RegExp(`${before?.kid}.*retired 2027`));
      expect(text).toMatch(new RegExp(`${after?.kid}.*in use`));
      const rows = await db
        .select({ kid: signingKeys.kid, box: signingKeys.encryptedPrivateKey })
        .from(signingKeys);
      expect(rows.find(({ kid }) => kid === before?.kid)?.box).toHaveLength(0);
      const audited = await db
        .select({ id: auditEvents.subjectId })
        .from(auditEvents)
        .where(eq(auditEvents.action, 'signing-key.rotate'));
      expect(audited).toEqual([{ id: after?.kid }]);
    });

    it('do not rotate without a secret, and say how to set one', async () => {
      const outcome = await run(keysRotate, { DATABASE_URL: 'postgres://localhost/x' });
      expect(outcome).toMatchObject({ exitCode: 2, text: expect.stringContaining('SIGNING_SECRET') });
    });

    it.each([
      ['removed', sql`delete from signing_keys`],
      ['emptied', sql`truncate signing_keys cascade`],
      ['brought back', sql`update signing_keys set retired_at = null where retired_at is not null`],
      [
        'exchanged',
        sql`update signing_keys set public_jwk = '{}', retired_at = now() where retired_at is null`
      ]
    ])('cannot be %s by SQL', async (_, statement) => {
      expect(await refusedByDatabase(on.database.db.execute(statement))).toMatch(/only retire|never changed/);
    });
  },
  'empty'
);

describe('the secret that keys are encrypted under', () => {
  it('is made beside the embedded database, for its owner alone, and stays the same', () => {
    const environment = parseEnvironment({ DATA_DIR: folder });
    const { signingSecret } = withSigningSecret(environment);
    expect(signingSecret).toMatch(/^[A-Za-z0-9+/]{64}$/);
    expect(withSigningSecret(environment).signingSecret).toBe(signingSecret);
    expect(statSync(join(folder, 'signing-secret')).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(folder, 'signing-secret'), 'utf8').trim()).toBe(signingSecret);
  });

  it('is the one that was set, where there is one; on PostgreSQL none is made', () => {
    const set = parseEnvironment({ DATA_DIR: folder, SIGNING_SECRET: secret });
    expect(withSigningSecret(set).signingSecret).toBe(secret);
    const server = parseEnvironment({ DATA_DIR: folder, DATABASE_URL: 'postgres://localhost/x' });
    expect(withSigningSecret(server).signingSecret).toBeNull();
  });
});

import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { migrateTo, readMigration } from '#lib/server/db/bulk/migration-list.ts';
import { openDatabase, type Database } from '#lib/server/db/index.ts';
import { requireReplicaOf } from '#lib/server/db/same-database.ts';
import { dropDatabaseRoles, giveToRoles, makeDatabaseRoles } from '../../support/database-roles.ts';
import { freePort } from '../../support/free-port.ts';
import { createDatabase, dropDatabase, uniqueDatabaseName } from '../../support/postgres-databases.ts';

/** Behind the second wall: a bare database, as one has it for a restore, and another one beside it. */
const { serverUrl } = inject('templates');
const [bare, other] = [uniqueDatabaseName('bare'), uniqueDatabaseName('beside')];
let roles: Awaited<ReturnType<typeof makeDatabaseRoles>>;
let addresses: { databaseUrl: string; migrationDatabaseUrl: string };
let elsewhere: string;
const opened: Database[] = [];

async function open(told: Parameters<typeof openDatabase>[0]): Promise<Database> {
  const database = await openDatabase(told);
  opened.push(database);
  return database;
}

beforeAll(async () => {
  roles = await makeDatabaseRoles(serverUrl);
  const given = await giveToRoles(serverUrl, await createDatabase(serverUrl, bare), roles);
  addresses = { databaseUrl: given.DATABASE_URL, migrationDatabaseUrl: given.MIGRATION_DATABASE_URL };
  elsewhere = (await giveToRoles(serverUrl, await createDatabase(serverUrl, other), roles))
    .MIGRATION_DATABASE_URL;
});

afterAll(async () => {
  await Promise.all(opened.map((database) => database.close()));
  await dropDatabase(serverUrl, bare);
  await dropDatabase(serverUrl, other);
  await dropDatabaseRoles(serverUrl, roles);
});

describe('an address that leads elsewhere', () => {
  it('is refused as the owner’s, before anything is changed there', async () => {
    const opening = openDatabase({ ...addresses, migrationDatabaseUrl: elsewhere, dataDir: '' });
    await expect(opening).rejects.toThrow('MIGRATION_DATABASE_URL leads to another database');
  });

  it('is refused as that of a replica, and one that does not answer is not', async () => {
    const { databaseUrl } = addresses;
    await expect(requireReplicaOf(databaseUrl, elsewhere)).rejects.toThrow('REPLICA_DATABASE_URL leads to');
    await requireReplicaOf(databaseUrl, addresses.migrationDatabaseUrl);
    await requireReplicaOf(databaseUrl, `postgres://nobody@127.0.0.1:${await freePort()}/none`);
  });
});

describe('a database of another time', () => {
  it('is named as empty or older to a program without the owner’s address', async () => {
    const program = await open({ databaseUrl: addresses.databaseUrl, dataDir: '' });
    await expect(program.migrate('drizzle')).rejects.toThrow('empty or older than this program');
  });

  it('takes the tables of an older backup, on which the wall of today could not stand', async () => {
    const program = await open({ ...addresses, dataDir: '' });
    await migrateTo(program, { folder: 'drizzle', last: '0002_the-studio' });
    // Asked by whoever tries once more after that restore broke off.
    expect(await program.inBulk('read', (bulk) => readMigration(bulk, 'drizzle'))).toBe('0002_the-studio');
  });

  it('is left alone by a program that is older than it', async () => {
    const program = await open({ databaseUrl: addresses.migrationDatabaseUrl, dataDir: '' });
    const later = Date.UTC(2100, 0);
    await program.db.execute(
      sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', ${later})`
    );
    await expect(program.migrate('drizzle')).rejects.toThrow('The database is newer than this program');
  });
});

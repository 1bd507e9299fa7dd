import { setTimeout as wait } from 'node:timers/promises';
import postgres from 'postgres';
import { freePort } from '../support/free-port.ts';
import { onServer } from '../support/postgres-databases.ts';
import { startApp } from '../support/running-app.ts';
import { faultUnless, type Finding } from './finding.ts';
import { judge } from './judge.ts';
import { startLoad } from './load.ts';
import { startPooler } from './pooler.ts';
import type { World } from './world.ts';

const NAME = 'footnote_pooled';

/** A database with one role for everything, which owns it: what PgBouncer can stand before. */
async function makeDatabase(world: World): Promise<string> {
  const password = crypto.randomUUID();
  await onServer(world.serverUrl('primary'), async (sql) => {
    // eslint-disable-next-line no-restricted-syntax -- CREATE ROLE takes no parameters; the password is ours
    await sql.unsafe(`create role ${NAME} login password '${password}'`);
    await sql`create database ${sql(NAME)} owner ${sql(NAME)} template template0 encoding 'UTF8'`;
  });
  const url = new URL(world.serverUrl('primary'));
  [url.username, url.password, url.pathname] = [NAME, password, NAME];
  return url.href;
}

/** Connections that PostgreSQL has from the program, by way of the pooler. */
async function countConnections(url: string): Promise<number> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  const [row] = await sql`select count(*) from pg_stat_activity
    where datname = ${NAME} and pid <> pg_backend_pid()`.finally(() => sql.end());
  return Number(row?.['count']);
}

/** Two instances that start at once, migrate and answer by way of PgBouncer in transaction mode. */
export async function runPooled(world: World): Promise<Finding> {
  const direct = await makeDatabase(world);
  const DATABASE_URL = await startPooler(world, direct);
  const database = { variables: { DATABASE_URL }, remove: async () => {} };
  const [one, two] = await Promise.all([
    startApp(database, await freePort()),
    startApp(database, await freePort())
  ]);
  const loads = [await startLoad(one.origin), await startLoad(two.origin)];
  await wait(4_000);
  const connections = await countConnections(direct);
  const unseen = (await Promise.all(loads.map((load) => load.stop()))).flat();
  const records = loads.map(({ record }) => record);
  const failed = records.flatMap((record) => record.failed);
  const verdict = await judge(
    direct,
    records.flatMap((record) => record.acknowledged)
  );
  await Promise.all([one.stop(), two.stop()]);
  const { acknowledged, lost, twice } = verdict;
  return {
    scenario: 'two instances behind PgBouncer',
    figures: { acknowledged, lost, twice, failed: failed.length, 'connections to PostgreSQL': connections },
    faults: [
      ...unseen,
      ...faultUnless(lost + twice === 0, `${lost} lost, ${twice} counted twice`),
      ...faultUnless(
        failed.length === 0,
        `${failed.length} requests failed, the first: ${failed[0]?.why ?? ''}`
      ),
      ...faultUnless(connections <= 15, `${connections} connections; the pooler may lend 15`)
    ]
  };
}

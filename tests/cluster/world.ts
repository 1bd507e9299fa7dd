import postgres from 'postgres';
import { makeDatabaseRoles } from '../support/database-roles.ts';
import { makeFirstAdmin } from '../support/first-admin.ts';
import { serverDatabase, startApp, type AppDatabase, type RunningApp } from '../support/running-app.ts';
import type { Visitor } from '../support/visitor.ts';
import { startBalancer } from './balancer.ts';
import { startCluster, type Cluster } from './patroni.ts';
import type { Place } from './place.ts';
import { findPorts, type Ports } from './ports.ts';
import { findPrograms, type Programs } from './programs.ts';
import { until } from './until.ts';

/** All that was brought up: three nodes, a balancer, two instances. */
export type World = {
  place: Place;
  programs: Programs;
  ports: Ports;
  cluster: Cluster;
  /** Where people come in. */
  origin: string;
  /** A server's address as its superuser: of the primary, or of a replica. */
  serverUrl: (port: 'primary' | 'replica') => string;
  /** The address of the program's database as a superuser. */
  databaseUrl: (port: 'primary' | 'replica') => string;
  admin: Visitor;
  instances: Record<'a' | 'b', RunningApp>;
  /** Starts an instance anew on its port. */
  startInstance: (name: 'a' | 'b') => Promise<void>;
};

function withPort(url: string, port: number): string {
  const address = new URL(url);
  address.port = String(port);
  return address.href;
}

/** What an instance is told: the second wall, a balancer that is trusted, and a replica for reports. */
function settings(
  { variables, remove }: AppDatabase,
  { ports, origin }: { ports: Ports; origin: string }
): AppDatabase {
  const { DATABASE_URL = '' } = variables;
  const REPLICA_DATABASE_URL = withPort(DATABASE_URL, ports.replica);
  return {
    variables: {
      ...variables,
      REPLICA_DATABASE_URL,
      ORIGIN: origin,
      TRUST_PROXY: 'true',
      DRAIN_SECONDS: '3'
    },
    remove
  };
}

/** HAProxy takes a node for what it should be until the first check has said otherwise: which takes a second. */
async function untilSorted(serverUrl: World['serverUrl']): Promise<void> {
  const isReplica = async (port: 'primary' | 'replica') => {
    const sql = postgres(serverUrl(port), { max: 1, connect_timeout: 5, onnotice: () => {} });
    const [row] = await sql`select pg_is_in_recovery() as is_replica`.finally(() => sql.end({ timeout: 1 }));
    return row?.['is_replica'] === true;
  };
  let inRow = 0;
  await until('A balancer that knows who is who', {
    within: 20_000,
    look: async () => {
      const isSorted = !(await isReplica('primary')) && (await isReplica('replica'));
      inRow = isSorted ? inRow + 1 : 0;
      return inRow >= 6 ? true : null;
    }
  });
}

/** Brings everything up; `say` is told how far it is. */
export async function bringUp(place: Place, say: (words: string) => void): Promise<World> {
  const programs = findPrograms();
  const ports = await findPorts();
  const cluster = await startCluster({ place, programs, ports });
  say('etcd and three nodes of Patroni are up');
  await startBalancer({ place, programs, ports });
  const serverUrl = (port: 'primary' | 'replica') =>
    `postgres://postgres:${cluster.passwords.superuser}@127.0.0.1:${ports[port]}/postgres`;
  await untilSorted(serverUrl);
  const origin = `http://127.0.0.1:${ports.web}`;
  const roles = await makeDatabaseRoles(serverUrl('primary'));
  const database = settings(await serverDatabase(serverUrl('primary'), { roles }), { ports, origin });
  const { pathname } = new URL(database.variables['DATABASE_URL'] ?? '');
  const databaseUrl = (port: 'primary' | 'replica') => {
    const url = new URL(serverUrl(port));
    url.pathname = pathname;
    return url.href;
  };
  const a = await startApp(database, ports.a);
  const instances = { a, b: await startApp(database, ports.b) };
  const admin = await makeFirstAdmin({ ...a, origin });
  say('two instances are up behind the balancer');
  const startInstance = async (name: 'a' | 'b') => {
    instances[name] = await startApp(database, ports[name]);
  };
  return { place, programs, ports, cluster, origin, serverUrl, databaseUrl, admin, instances, startInstance };
}

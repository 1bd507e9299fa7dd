import postgres from 'postgres';
import { until } from './until.ts';
import { NODES, type Node } from './patroni.ts';
import type { World } from './world.ts';

/** Replicas, told one by one what to do, past the balancer. */
export type Replicas = {
  /** They keep what they get, and show none of it. */
  pause: () => Promise<void>;
  resume: () => Promise<void>;
  /** For how long a report may hold them up. */
  setPatience: (delay: string | null) => Promise<void>;
  /** Waits until they show all that the primary has. */
  untilCaughtUp: () => Promise<void>;
  close: () => Promise<void>;
};

const isNode = (name: string): name is Node => name in NODES;

/** The nodes that follow at this moment. */
export async function openReplicas({ cluster, ports, databaseUrl }: World): Promise<Replicas> {
  const { leader, running } = await cluster.untilWhole();
  const followers = running.filter((name) => isNode(name) && name !== leader);
  const addresses = followers.map((name) => {
    const url = new URL(databaseUrl('primary'));
    url.host = `${NODES[name]}:${ports.postgres}`;
    return url.href;
  });
  const connections = addresses.map((url) => postgres(url, { max: 1, onnotice: () => {} }));
  const primary = postgres(databaseUrl('primary'), { max: 1, onnotice: () => {} });
  const onEach = async (work: (sql: postgres.Sql) => Promise<unknown>) => {
    await Promise.all(connections.map(work));
  };
  const untilCaughtUp = async () => {
    const [row] = await primary`select pg_current_wal_flush_lsn()::text as place`;
    const place = String(row?.['place']);
    await until('Replicas that have caught up', {
      within: 60_000,
      look: async () => {
        const answers = await Promise.all(
          connections.map((sql) => sql`select pg_last_wal_replay_lsn() >= ${place}::pg_lsn as has`)
        );
        return answers.every(([answer]) => answer?.['has'] === true) ? true : null;
      }
    });
  };
  return {
    pause: () => onEach((sql) => sql`select pg_wal_replay_pause()`),
    resume: () => onEach((sql) => sql`select pg_wal_replay_resume()`),
    setPatience: (delay) =>
      onEach(async (sql) => {
        if (delay === null) await sql`alter system reset max_standby_streaming_delay`;
        // eslint-disable-next-line no-restricted-syntax -- ALTER SYSTEM takes no parameters; the value is ours
        else await sql.unsafe(`alter system set max_standby_streaming_delay = '${delay}'`);
        await sql`select pg_reload_conf()`;
      }),
    untilCaughtUp,
    close: async () => {
      await Promise.all([primary, ...connections].map((sql) => sql.end({ timeout: 2 })));
    }
  };
}

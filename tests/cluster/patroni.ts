import { join } from 'node:path';
import * as v from 'valibot';
import { fillIn } from './fill-in.ts';
import { killAll, processesOf, type Place } from './place.ts';
import type { Ports } from './ports.ts';
import type { Programs } from './programs.ts';
import { until } from './until.ts';

/** Three addresses of this machine, so that the nodes have the same ports, as they have on machines of their own. */
export const NODES = { n1: '127.0.0.1', n2: '127.0.0.2', n3: '127.0.0.3' } as const;

/** The name of a node. */
export type Node = keyof typeof NODES;

const isNode = (name: string): name is Node => name in NODES;

const NAMES = Object.keys(NODES).filter(isNode);

const overview = v.object({
  members: v.array(v.object({ name: v.string(), role: v.string(), state: v.string() }))
});

/** Who is what at this moment. */
export type Standing = { leader: Node | null; sync: Node | null; running: Node[] };

/** The cluster of three nodes. */
export type Cluster = {
  passwords: { superuser: string; replication: string; patroni: string };
  standing: () => Promise<Standing>;
  /** Waits until there are a leader, a synchronous standby and a replica. */
  untilWhole: (within?: number) => Promise<Standing>;
  /** Kills Patroni and PostgreSQL of a node with -9. */
  kill: (node: Node) => void;
  startNode: (node: Node) => void;
  /** Hands the lead over as planned; returns the new leader. */
  switchOver: (from: Node) => Promise<void>;
};

type Parts = { place: Place; programs: Programs; ports: Ports };

function startEtcd({ place, programs, ports }: Parts): void {
  const clients = `http://127.0.0.1:${ports.etcd}`;
  const peers = `http://127.0.0.1:${ports.etcdPeer}`;
  const words = [
    ['--data-dir', place.makeFolder('etcd')],
    ['--listen-client-urls', clients],
    ['--advertise-client-urls', clients],
    ['--listen-peer-urls', peers],
    ['--initial-advertise-peer-urls', peers],
    ['--initial-cluster', `default=${peers}`],
    ['--log-level', 'warn']
  ];
  place.start('etcd', [programs.etcd, ...words.flat()]);
}

function writeConfiguration({ place, programs, ports }: Parts, passwords: Cluster['passwords'], node: Node) {
  const text = fillIn('deploy/patroni.yml', {
    NODE_NAME: node,
    NODE_ADDRESS: NODES[node],
    PATRONI_PORT: String(ports.patroni),
    POSTGRES_PORT: String(ports.postgres),
    PATRONI_PASSWORD: passwords.patroni,
    SUPERUSER_PASSWORD: passwords.superuser,
    REPLICATION_PASSWORD: passwords.replication,
    ETCD_HOSTS: `127.0.0.1:${ports.etcd}`,
    DATA_FOLDER: join(place.folder, node),
    POSTGRES_BIN: programs.postgresFolder,
    SHARED_BUFFERS: '64MB',
    CLUSTER_NETWORK: '127.0.0.0/8'
  });
  return place.write(`${node}.yml`, text);
}

async function askStanding(ports: Ports): Promise<Standing> {
  for (const address of Object.values(NODES)) {
    const response = await fetch(`http://${address}:${ports.patroni}/cluster`, {
      signal: AbortSignal.timeout(2000)
    }).catch(() => null);
    if (response === null || !response.ok) continue;
    const { members } = v.parse(overview, await response.json());
    // A replica that follows is “streaming” to newer versions of Patroni, and “running” to Debian's.
    const up = members.filter(({ state }) => state === 'running' || state === 'streaming');
    const named = (role: string) => up.map((one) => (one.role === role ? one.name : '')).find(isNode) ?? null;
    return {
      leader: named('leader'),
      sync: named('sync_standby'),
      running: up.map(({ name }) => name).filter(isNode)
    };
  }
  return { leader: null, sync: null, running: [] };
}

/** Brings up etcd and three nodes, from nothing to a leader with a synchronous standby and a replica. */
export async function startCluster(parts: Parts): Promise<Cluster> {
  const { place, programs, ports } = parts;
  const secret = () => crypto.randomUUID().replaceAll('-', '');
  const passwords = { superuser: secret(), replication: secret(), patroni: secret() };
  const standing = () => askStanding(ports);
  const startNode = (node: Node) => {
    place.start(node, [programs.patroni, join(place.folder, `${node}.yml`)]);
  };
  const untilWhole = (within = 90_000) =>
    until('A leader, a synchronous standby and a replica', {
      within,
      look: async () => {
        const now = await standing();
        return now.leader !== null && now.sync !== null && now.running.length === NAMES.length ? now : null;
      }
    });
  startEtcd(parts);
  for (const node of NAMES) writeConfiguration(parts, passwords, node);
  await until('etcd', {
    within: 20_000,
    look: async () => ((await fetch(`http://127.0.0.1:${ports.etcd}/health`)).ok ? true : null)
  });
  startNode('n1');
  await until('The first leader', { within: 60_000, look: async () => (await standing()).leader });
  startNode('n2');
  startNode('n3');
  await untilWhole();
  const switchOver = async (from: Node) => {
    const response = await fetch(`http://${NODES[from]}:${ports.patroni}/switchover`, {
      method: 'POST',
      body: JSON.stringify({ leader: from }),
      headers: { authorization: `Basic ${btoa(`patroni:${passwords.patroni}`)}` }
    });
    if (!response.ok) throw new Error(`Patroni refused to switch over: ${await response.text()}`);
  };
  const kill = (node: Node) =>
    killAll([
      ...processesOf(join(place.folder, `${node}.yml`)),
      ...processesOf(`-D ${join(place.folder, node)} `)
    ]);
  return { passwords, standing, untilWhole, kill, startNode, switchOver };
}

import { freePort } from '../support/free-port.ts';

const NAMES = [
  'etcd',
  'etcdPeer',
  'patroni',
  'postgres',
  'web',
  'primary',
  'replica',
  'pooler',
  'a',
  'b'
] as const;

/** The ports of a run, which nobody else uses. */
export type Ports = Record<(typeof NAMES)[number], number>;

/** Finds a free port for each. */
export async function findPorts(): Promise<Ports> {
  const found = new Map<string, number>();
  while (found.size < NAMES.length) {
    const port = await freePort();
    const name = NAMES[found.size];
    if (name !== undefined && ![...found.values()].includes(port)) found.set(name, port);
  }
  const of = (name: (typeof NAMES)[number]) => found.get(name) ?? 0;
  return {
    etcd: of('etcd'),
    etcdPeer: of('etcdPeer'),
    patroni: of('patroni'),
    postgres: of('postgres'),
    web: of('web'),
    primary: of('primary'),
    replica: of('replica'),
    pooler: of('pooler'),
    a: of('a'),
    b: of('b')
  };
}

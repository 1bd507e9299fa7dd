import { existsSync } from 'node:fs';
import { postgresFolder } from '../support/postgres-programs.ts';
import { onPath } from '../support/system-package.ts';

/** Where each program of the cluster lies. */
export type Programs = Record<'etcd' | 'patroni' | 'haproxy' | 'pgbouncer' | 'postgresFolder', string>;

/** Each program with Debian's package that brings it. */
const NEEDED = [
  ['etcd', 'etcd-server'],
  ['patroni', 'patroni'],
  ['haproxy', 'haproxy'],
  ['pgbouncer', 'pgbouncer']
] as const;

/** On the PATH, or where Debian puts what is not for everybody. */
function find(program: string): string | null {
  return onPath(program) ?? [`/usr/sbin/${program}`].find((path) => existsSync(path)) ?? null;
}

/** Finds what the cluster is made of. Throws one sentence that names every package that is missing, and how to get it. */
export function findPrograms(): Programs {
  const found = new Map(NEEDED.map(([program]) => [program, find(program)]));
  const missing = NEEDED.filter(([program]) => found.get(program) === null).map(([, name]) => name);
  if (missing.length > 0) {
    throw new Error(
      `cluster:test needs programs that are not installed. On Debian and Ubuntu: ` +
        `apt-get install -y --no-install-recommends ${missing.join(' ')} ` +
        `(and then, for none of them is wanted as a service: systemctl disable --now ${missing.join(' ')})`
    );
  }
  const at = (program: (typeof NEEDED)[number][0]) => found.get(program) ?? '';
  return {
    etcd: at('etcd'),
    patroni: at('patroni'),
    haproxy: at('haproxy'),
    pgbouncer: at('pgbouncer'),
    postgresFolder: postgresFolder()
  };
}

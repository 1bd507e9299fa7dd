import { connect } from 'node:net';
import { join } from 'node:path';
import { NODES } from './patroni.ts';
import type { Place } from './place.ts';
import type { Ports } from './ports.ts';
import type { Programs } from './programs.ts';
import { until } from './until.ts';

type Parts = { place: Place; programs: Programs; ports: Ports };

/** Whether somebody listens. */
export function canConnect(port: number): Promise<true | null> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(null));
    socket.once('connect', () => socket.destroy());
  });
}

/** Starts HAProxy with the file of deploy/, and waits until it listens. Its names it reads from its environment itself. */
export async function startBalancer({ place, programs, ports }: Parts): Promise<void> {
  // The file of its id lies in the place: by that name the process is found and ended with the others.
  const words = [
    '-db',
    '-p',
    join(place.folder, 'haproxy.pid'),
    '-f',
    join(process.cwd(), 'deploy/haproxy.cfg')
  ];
  place.start('haproxy', [programs.haproxy, ...words], {
    HAPROXY_SOCKET: join(place.folder, 'haproxy.sock'),
    WEB_BIND: `127.0.0.1:${ports.web}`,
    INSTANCE_A: `127.0.0.1:${ports.a}`,
    INSTANCE_B: `127.0.0.1:${ports.b}`,
    PRIMARY_BIND: `127.0.0.1:${ports.primary}`,
    REPLICA_BIND: `127.0.0.1:${ports.replica}`,
    PATRONI_PORT: String(ports.patroni),
    POSTGRES_PORT: String(ports.postgres),
    NODE_1: NODES.n1,
    NODE_2: NODES.n2,
    NODE_3: NODES.n3
  });
  await until('HAProxy', { within: 10_000, look: () => canConnect(ports.web) });
}

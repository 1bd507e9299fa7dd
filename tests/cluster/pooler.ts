import { fillIn } from './fill-in.ts';
import { canConnect } from './balancer.ts';
import { until } from './until.ts';
import type { World } from './world.ts';

/** An address of the program's database, by way of PgBouncer. */
export async function startPooler({ place, programs, ports }: World, databaseUrl: string): Promise<string> {
  const { username, password, pathname } = new URL(databaseUrl);
  const users = place.write('userlist.txt', `"${username}" "${password}"\n`);
  const text = fillIn('deploy/pgbouncer.ini', {
    PRIMARY_ADDRESS: '127.0.0.1',
    PRIMARY_PORT: String(ports.primary),
    DATABASE_NAME: pathname.slice(1),
    POOLER_ADDRESS: '127.0.0.1',
    POOLER_PORT: String(ports.pooler),
    POOLER_ADMIN: username,
    USERLIST: users
  });
  place.start('pgbouncer', [programs.pgbouncer, place.write('pgbouncer.ini', text)]);
  await until('PgBouncer', { within: 10_000, look: () => canConnect(ports.pooler) });
  return `postgres://${username}:${password}@127.0.0.1:${ports.pooler}/footnote?prepare=false`;
}

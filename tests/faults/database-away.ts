import { setTimeout as wait } from 'node:timers/promises';
import { judged, type Fault } from './fault.ts';
import { onCluster } from './on-database.ts';
import { throughFault, wordsOf, type Scene } from './under-fault.ts';

/** How long the database stays away, in milliseconds. */
const AWAY = 4000;

/** How long after its return the first page may take, in milliseconds. */
const BACK_WITHIN = 5000;

/** What the program says of itself, and to somebody who is signed in, while there is no database. */
async function findUntrue({ client, sitting }: Scene): Promise<string[]> {
  const asked = {
    '/healthz': await client.get('/healthz'),
    '/readyz': await client.get('/readyz'),
    'a question': await client.get(`/attempts/${sitting.attemptId}/1`, sitting.cookie),
    'what an admin sees': await client.get('/admin/people', sitting.cookie)
  };
  const expected = { '/healthz': 200, '/readyz': 503, 'a question': 503, 'what an admin sees': 503 };
  return Object.entries(asked).flatMap(([name, { status }]) => {
    const wanted = Object.entries(expected).find(([key]) => key === name)?.[1];
    return status === wanted ? [] : [`${name} was answered ${status} without a database`];
  });
}

async function untilReady({ client }: Scene): Promise<number> {
  const began = Date.now();
  // A connection that was kept open may have ended by itself while nobody asked.
  const isReady = () =>
    client.get('/readyz').then(
      ({ status }) => status === 200,
      () => false
    );
  while (!(await isReady())) {
    if (Date.now() - began > 60_000) break;
    await wait(50);
  }
  return (Date.now() - began) / 1000;
}

/** The database goes, and comes back, under a program that is not restarted (promise 7). */
export const awayFaults: Fault[] = [
  {
    name: 'database-away',
    promise: 'without its database the program says 503, takes nothing, and goes on by itself afterwards',
    run: () =>
      onCluster([], async ({ cluster, place }) => {
        const untrue: string[] = [];
        let back = 0;
        const { reasons, outcomes, numbers } = await throughFault({ place }, async (scene) => {
          await wait(1500);
          cluster.stopAtOnce();
          untrue.push(...(await findUntrue(scene)));
          await wait(AWAY);
          await cluster.start();
          back = await untilReady(scene);
          await wait(2000);
        });
        if (back > BACK_WITHIN / 1000) untrue.push(`ready ${back} s after the database`);
        if ((outcomes['500'] ?? 0) > 0) untrue.push('500 instead of 503');
        if ((outcomes['503'] ?? 0) === 0) untrue.push('no load: nobody met the fault');
        const words = `${wordsOf(outcomes)}; ready ${back} s after the database was`;
        return judged([...reasons, ...untrue], { ...numbers, back }, words);
      })
  }
];

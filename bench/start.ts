import { embeddedDatabase, START } from '../tests/support/running-app.ts';
import type { BenchApp } from './bench-app.ts';
import { figureOf, type Measurement } from './figure.ts';
import { measureRatio } from './ratio.ts';
import { timeStart } from './time-start.ts';

/** The page that a newcomer sees first. */
const PATH = '/gate';

const BARE = `require('node:http').createServer((_, response) => response.end('page'))
  .listen(Number(process.env.PORT), 'localhost')`;

const limit = () => timeStart(['-e', BARE], { path: '/' });

const startOf = (variables: Record<string, string>) => () => timeStart(START, { path: PATH, variables });

async function measureStart(name: string, variables: Record<string, string>) {
  const figure = startOf(variables);
  // The first start makes and fills the database; a start of every day finds it there.
  const trial = { name, unit: 'ms', figure, limit, warmUp: figure };
  return figureOf(await measureRatio(trial), null, 'times as long as Node itself with a server of one line');
}

/** (d) of reliability.md §3: from the start of the program to its first page, on a database that is there already. */
export const start: Measurement = {
  name: 'start',
  isUsual: true,
  figures: ['start-embedded', 'start-postgres'],
  measure: async ({ databaseUrl }: BenchApp, report, wants) => {
    if (wants('start-postgres')) report(await measureStart('start-postgres', { DATABASE_URL: databaseUrl }));
    if (!wants('start-embedded')) return;
    const { variables, remove } = embeddedDatabase();
    try {
      report(await measureStart('start-embedded', variables));
    } finally {
      await remove();
    }
  }
};

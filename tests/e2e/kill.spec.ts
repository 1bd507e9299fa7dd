import { setTimeout as wait } from 'node:timers/promises';
import { signUpByHttp } from '../support/accounts.ts';
import { freePort } from '../support/free-port.ts';
import { findLost, openQuestions, writeResponses, type Ledger } from '../support/response-writer.ts';
import { startApp } from '../support/running-app.ts';
import { expect, freshDatabase, test } from './fixtures.ts';

const WRITERS = 4;
const KILLS = 2;

test('killing the server with -9 in the middle of attempts loses no acknowledged response @both', async ({
  databaseKind
}) => {
  test.setTimeout(120_000);
  const database = await freshDatabase(databaseKind);
  const port = await freePort();
  let app = await startApp(database, port);
  const until = { done: false };
  const writers = await Promise.all(
    Array.from({ length: WRITERS }, async () => {
      const visitor = await signUpByHttp(app.origin);
      const ledger: Ledger = new Map();
      return { visitor, ledger, questions: await openQuestions(visitor) };
    })
  );
  const writing = Promise.all(
    writers.map(({ visitor, ...work }) => writeResponses(visitor, { ...work, until }))
  );
  for (let kill = 0; kill < KILLS; kill += 1) {
    await wait(1_000 + 500 * kill);
    await app.kill();
    app = await startApp(database, port);
  }
  await wait(500);
  until.done = true;
  const acknowledged = await writing;
  for (const [index, { visitor, ledger }] of writers.entries()) {
    expect(acknowledged[index], 'a writer that wrote nothing proves nothing').toBeGreaterThan(3);
    expect(ledger.size).toBeGreaterThan(1);
    expect(await findLost(visitor, ledger)).toEqual([]);
    const madeUp: Ledger = new Map(
      [...ledger].map(([address, { option }]) => [address, { sequence: 1e6, option }])
    );
    expect(await findLost(visitor, madeUp), 'the search finds a loss').toHaveLength(ledger.size);
  }
  await app.stop();
  await database.remove();
});

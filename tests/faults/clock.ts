import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { sql } from 'drizzle-orm';
import { responses } from '#lib/server/db/schema/attempt.ts';
import { judged, type Fault, type Finding } from './fault.ts';
import { onCluster, onFolder } from './on-database.ts';
import type { Place } from './place.ts';
import { throughFault, wordsOf } from './under-fault.ts';

const HOUR = 3_600_000;

/** Forward, backward past where it began, and right again: in hours. */
const SHIFTS = [6, -6, 0];

/** How far the stored times lie apart, in hours: the proof that the clock went wrong at all. */
async function spreadOf(place: Place): Promise<number> {
  const spread = sql<number>`extract(epoch from max(${responses.answeredAt}) - min(${responses.answeredAt}))`;
  const [row] = await place.look(({ db }) => db.select({ spread: spread.mapWith(Number) }).from(responses));
  return Math.round((row?.spread ?? 0) / 3600);
}

async function moveClock(place: Place): Promise<Finding> {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-clock-'));
  const file = join(folder, 'shift');
  const preload = pathToFileURL(resolve('tests/faults/shifted-clock.ts')).href;
  const variables = { FAULTS_CLOCK: file, NODE_OPTIONS: `--import ${preload}` };
  const { reasons, outcomes, numbers } = await throughFault({ place, variables }, async () => {
    await wait(1500);
    for (const hours of SHIFTS) {
      writeFileSync(file, String(hours * HOUR));
      await wait(1500);
    }
  }).finally(() => rmSync(folder, { recursive: true }));
  const spread = await spreadOf(place);
  if (spread < 12) reasons.push(`the clock was not moved: stored times lie ${spread} hours apart`);
  // Nothing is broken here: nobody may be told to come back.
  if (Object.keys(outcomes).some((outcome) => outcome !== '303')) reasons.push(wordsOf(outcomes));
  return judged(reasons, { ...numbers, spread }, `${wordsOf(outcomes)}; stored times over ${spread} hours`);
}

const promise = 'a clock that jumps by hours ends no session, loses and repeats no response';

/** The clock of the server jumps. */
export const clockFaults: Fault[] = [
  { name: 'clock-postgres', promise, run: () => onCluster([], ({ place }) => moveClock(place)) },
  { name: 'clock-embedded', promise, run: () => onFolder(moveClock) }
];

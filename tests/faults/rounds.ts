import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../support/free-port.ts';
import { startApp, type RunningApp } from '../support/running-app.ts';
import { compare, type Comparison } from './compare.ts';
import type { FaultOptions } from './fault.ts';
import { findGap, longestWait, newSteps, partsOf, type TakeStep } from './gap.ts';
import type { Place } from './place.ts';
import { makeSittings, type Sitting } from './sittings.ts';
import { write, type Until, type Writing } from './writer.ts';

const WRITERS = 8;

/** More than a writer gets through before it begins to change what it sent. */
const SITTINGS_A_WRITER = 30;

/** The program under load: what a victim is, and what comes back in its place. */
export type UnderLoad = {
  app: RunningApp;
  /** Starts the program again where it was. */
  restart: () => Promise<RunningApp>;
  /** For the record of what a gap consists of. */
  step: TakeStep;
};

/** One way to kill; resolves when everything runs again, with the program that runs then. */
export type Victim = { name: string; kill: (running: UnderLoad) => Promise<RunningApp> };

type RoundsOptions = FaultOptions & {
  place: Place;
  victims: Victim[];
  rounds: number;
  /** After the people were put on record, e.g. a checkpoint. */
  afterPreparing?: () => Promise<void>;
};

/** What all rounds came to. */
export type Rounds = Comparison & {
  acknowledged: number;
  resent: number;
  refused: string[];
  /** The longest gap of each round, in seconds. */
  gaps: number[];
  kills: number;
};

function startWriters(origin: string, sittings: Sitting[]) {
  const until: Until = { done: false, givenUp: false };
  const share = Math.ceil(sittings.length / WRITERS);
  const done = Promise.all(
    Array.from({ length: WRITERS }, (_, index) =>
      write({ origin, until, sittings: sittings.slice(index * share, (index + 1) * share) })
    )
  );
  return {
    /** Ends the load and gives what each writer saw. */
    stop: ({ givenUp = false } = {}): Promise<Writing[]> => {
      Object.assign(until, { done: true, givenUp });
      return done;
    }
  };
}

/** Puts eight writers to work for as long as the fault takes. */
export async function underLoad(
  { origin, sittings }: { origin: string; sittings: Sitting[] },
  fault: () => Promise<void>
): Promise<Writing[]> {
  const writers = startWriters(origin, sittings);
  try {
    await fault();
  } catch (error) {
    await writers.stop({ givenUp: true });
    throw error;
  }
  return writers.stop();
}

/** People and open attempts for so many rounds of eight writers. */
export async function prepare(place: Place, rounds: number): Promise<Sitting[][]> {
  const each = WRITERS * SITTINGS_A_WRITER;
  return place.look(async ({ db }) => {
    const made: Sitting[][] = [];
    for (let round = 0; round < rounds; round += 1) made.push(await makeSittings(db, each));
    return made;
  });
}

/** How long the load goes on before the kill, in milliseconds, and after everything runs again. */
const BEFORE = { least: 800, more: 2500 };
const AFTER = 1500;

/**
 * Kills one victim after the other under load, each at a random moment, and compares in the end. The program starts
 * with the first round and ends with the last; every round has attempts of its own.
 */
export async function killInRounds(options: RoundsOptions): Promise<Rounds> {
  const { place, victims, rounds, random, say } = options;
  const sittings = await prepare(place, rounds);
  await options.afterPreparing?.();
  const port = await freePort();
  const restart = () => startApp(place, port);
  let app = await restart();
  const writings: Writing[] = [];
  const gaps: number[] = [];
  for (const [round, ours] of sittings.entries()) {
    const victim = victims[round % victims.length];
    if (!victim) throw new Error('There is nobody to kill.');
    const moment = Math.round(BEFORE.least + random() * BEFORE.more);
    const { steps, step } = newSteps();
    let stopped = 0;
    const written = await underLoad({ origin: app.origin, sittings: ours }, async () => {
      await wait(moment);
      app = await victim.kill({ app, restart: () => step('program', restart), step });
      await wait(AFTER);
      stopped = Date.now();
    });
    const entries = written.flatMap(({ ledger }) => ledger);
    // When the writers are told to stop, the last answers come one by one: that is no gap.
    const longest = findGap(entries.filter(({ at }) => at <= stopped));
    const gap = (longest.to - longest.from) / 1000;
    const words = `gap ${gap.toFixed(1)} s (${partsOf(longest, steps)}); one response waited ${longestWait(entries)} s`;
    say(
      `  round ${round + 1}: ${victim.name} killed after ${moment} ms, ${entries.length} acknowledged, ${words}`
    );
    writings.push(...written);
    gaps.push(gap);
  }
  await app.stop();
  const ledger = writings.flatMap((one) => one.ledger);
  const found = await place.look(({ db }) => compare(db, ledger));
  const sent = writings.flatMap(({ outcomes }) => [...outcomes.values()]).reduce((a, b) => a + b, 0);
  return {
    ...found,
    acknowledged: ledger.length,
    resent: sent - ledger.length,
    refused: writings.flatMap(({ refused }) => refused ?? []),
    gaps,
    kills: rounds
  };
}

/** How many writers there are: at most one unknown outcome for each and each kill. */
export const unknownAllowed = (kills: number) => WRITERS * kills;

import { freePort } from '../support/free-port.ts';
import { startApp, type RunningApp } from '../support/running-app.ts';
import { compare } from './compare.ts';
import { longestGap } from './gap.ts';
import type { Place } from './place.ts';
import { prepare, underLoad } from './rounds.ts';
import type { Sitting } from './sittings.ts';
import { newClient, type WebClient } from './web-client.ts';
import type { Entry } from './writer.ts';

/** What stands around a fault while eight writers go on. */
export type Scene = { app: RunningApp; client: WebClient; sitting: Sitting };

/** What the writers saw, and what is stored in the end. */
export type Outcome = {
  reasons: string[];
  /** Each outcome of a request with how often there was it; `lost`: no answer. */
  outcomes: Record<string, number>;
  numbers: Record<string, number>;
  ledger: Entry[];
};

/** Nothing else is an answer to a response while something is broken: taken, not now, or an error page. */
const EXCUSED = ['303', '500', '503', 'lost'];

function sum(all: Map<string, number>[]): Record<string, number> {
  const total: Record<string, number> = {};
  for (const [outcome, count] of all.flatMap((one) => [...one]))
    total[outcome] = (total[outcome] ?? 0) + count;
  return total;
}

/** In words, e.g. `303 × 812, 503 × 40`. */
export const wordsOf = (outcomes: Record<string, number>): string =>
  Object.entries(outcomes)
    .toSorted()
    .map(([outcome, count]) => `${outcome} × ${count}`)
    .join(', ');

/**
 * One program through one fault under load; it may not be restarted. In the end nothing acknowledged is lost, nothing is
 * there twice, counters equal counts, and nobody was told anything that was not so.
 */
export async function throughFault(
  { place, variables = {} }: { place: Place; variables?: Record<string, string> },
  fault: (scene: Scene) => Promise<void>
): Promise<Outcome> {
  const [sittings = []] = await prepare(place, 1);
  const [sitting] = sittings;
  if (!sitting) throw new Error('Nobody is there.');
  const app = await startApp({ ...place, variables: { ...place.variables, ...variables } }, await freePort());
  const client = newClient(app.origin, 4);
  try {
    const work = { origin: app.origin, sittings };
    const written = await underLoad(work, () => fault({ app, client, sitting }));
    client.close();
    await app.stop();
    const ledger = written.flatMap((one) => one.ledger);
    const outcomes = sum(written.map((one) => one.outcomes));
    const { lost, twice, mismatched } = await place.look(({ db }) => compare(db, ledger));
    const strange = Object.keys(outcomes).filter((outcome) => !EXCUSED.includes(outcome));
    const refused = written.flatMap((one) => one.refused ?? []);
    return {
      reasons: [...lost, ...twice, ...mismatched, ...refused, ...strange],
      outcomes,
      ledger,
      numbers: {
        acknowledged: ledger.length,
        ...{ lost: lost.length, twice: twice.length, mismatched: mismatched.length },
        longestGap: longestGap(ledger)
      }
    };
  } catch (error) {
    throw new Error(`${String(error)}; the program said last:\n${app.output().slice(-2000)}`, {
      cause: error
    });
  } finally {
    await app.kill();
  }
}

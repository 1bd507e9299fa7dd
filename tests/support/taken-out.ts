import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A guard that is taken out: where, the words of the compiled program that are it, and what stands there instead. */
export type TakenOut = { file: string; from: string; to: string };

/** Names the guards to `without-guards.ts`, which another process loads. */
export const GUARDS_VARIABLE = 'TEST_GUARDS_TAKEN_OUT';

/** What makes the built program start without these guards. */
export const withoutGuards = (guards: TakenOut[]): Record<string, string> => ({
  [GUARDS_VARIABLE]: JSON.stringify(guards),
  NODE_OPTIONS: `--import ${pathToFileURL(resolve('tests/support/without-guards.ts')).href}`
});

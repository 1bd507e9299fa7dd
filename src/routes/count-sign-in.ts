import { meters } from '#lib/server/watch/meters.ts';

/** How a step of a sign-in ended, as the actions call it. */
type End = 'ok' | 'wrong' | 'copied' | 'ended' | 'wait' | 'busy';

const OUTCOMES = {
  ok: 'ok',
  wrong: 'refused',
  copied: 'refused',
  ended: 'refused',
  wait: 'throttled',
  busy: 'busy'
} as const;

/** Counts a step of a sign-in: the first is a password, a passkey or an institution; the second a code. */
export function countSignIn(step: 'first' | 'second', end: End): void {
  meters().signIns.inc({ step, outcome: OUTCOMES[end] });
}

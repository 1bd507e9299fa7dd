/** Pauses between tries, in milliseconds: the first, and the longest. */
const FIRST = 1_000;
const LONGEST = 30_000;

/** A share of the pause, so that all who waited for a server do not come back in the same moment. */
const SPREAD = 0.25;

/** The pause before the next try, given the one before it; 0: there was none. `chance`: from 0 to 1. */
export const pauseAfter = (before: number, chance: number): number =>
  Math.round(Math.min(Math.max(FIRST, before * 2), LONGEST) * (1 + SPREAD * chance));

export type Retries = {
  /** It failed: try again after a pause, or as soon as the network or the person is back. */
  later: () => void;
  /** It is settled: no more tries. */
  stop: () => void;
};

/** Tries again what failed, with growing pauses; at once when the network comes back or the page is looked at again. */
export function makeRetries(again: () => void): Retries {
  let pause = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const now = () => {
    if (timer === undefined) return;
    clearTimeout(timer);
    timer = undefined;
    again();
  };
  addEventListener('online', now);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') now();
  });
  return {
    later: () => {
      clearTimeout(timer);
      pause = pauseAfter(pause, Math.random());
      timer = setTimeout(now, pause);
    },
    stop: () => {
      clearTimeout(timer);
      timer = undefined;
      pause = 0;
    }
  };
}

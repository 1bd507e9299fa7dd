import { isToAnnounce, timeLeftWords } from '#lib/domain/attempt/time-left.ts';
import { keep, readKept } from '../ui/device-storage.ts';

const HIDDEN = 'footnote.time-left-hidden';

/** Only minutes are shown; a look each five seconds finds each in time. */
const LOOK_MS = 5_000;

type Announce = (words: string) => void;

let looking: ReturnType<typeof setInterval> | undefined;

/** What has passed since then. A device that slept stops the one clock, one that is set moves the other. */
function stopwatch(): () => number {
  const [since, clock] = [performance.now(), Date.now()];
  return () => Math.max(performance.now() - since, Date.now() - clock);
}

function count(shown: HTMLDetailsElement, announce: Announce): void {
  const passed = stopwatch();
  const atFirst = Number(shown.dataset['left']);
  const minutes = shown.querySelector('[data-minutes]');
  const until = shown.querySelector<HTMLElement>('[data-until]');
  let before = atFirst;
  clearInterval(looking);
  looking = setInterval(() => {
    const left = Math.min(before, atFirst - passed());
    const words = timeLeftWords(left);
    if (minutes && minutes.textContent !== words) minutes.textContent = words;
    if (until) until.hidden = left <= 0;
    if (isToAnnounce(before, left)) announce(words);
    before = left;
  }, LOOK_MS);
}

/**
 * Counts on from the minutes that the server wrote into the page, and says some of them. Closed by the reader, they stay
 * closed on this device.
 */
export function followTime(announce: Announce): void {
  const shown = document.querySelector<HTMLDetailsElement>('details[data-left]');
  if (!shown) return;
  shown.open = readKept(HIDDEN) === null;
  shown.addEventListener('toggle', () => keep(HIDDEN, shown.open ? null : 'yes'));
  count(shown, announce);
}

/* Keeps the page of a file in the making up to date, without loading it again. */

/** Milliseconds between looks. */
const PAUSE = 1_500;

type Progress = { words: string; timeLeft: string; rows: number; expected: number; isUnderWay: boolean };

function isProgress(value: unknown): value is Progress {
  return typeof value === 'object' && value !== null && 'isUnderWay' in value;
}

function show({ words, timeLeft, rows, expected }: Progress): void {
  const [said, left] = [document.querySelector('#progress-words'), document.querySelector('#time-left')];
  if (said && said.textContent !== words) said.textContent = words;
  if (left && left.textContent !== timeLeft) left.textContent = timeLeft;
  const bar = document.querySelector('progress');
  if (!bar) return;
  bar.max = Math.max(1, expected);
  bar.value = Math.min(rows, bar.max);
}

/** Looks how far the file is until it is over; then the page itself says how it ended. */
export function followProgress(): void {
  const address = document.querySelector<HTMLElement>('#export-progress')?.dataset['progress'];
  if (address === undefined) return;
  const look = async () => {
    const response = await fetch(address).catch(() => null);
    const progress: unknown = response?.ok === true ? await response.json() : null;
    if (isProgress(progress)) show(progress);
    if (isProgress(progress) && !progress.isUnderWay) location.reload();
    else setTimeout(() => void look(), PAUSE);
  };
  setTimeout(() => void look(), PAUSE);
}

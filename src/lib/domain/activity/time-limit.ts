const SHORTEST = 5;
const LONGEST = 600;

/** The time limit as typed, in minutes; null where nothing is typed, or what `timeLimitProblem` refuses. */
export function readTimeLimit(text: string): number | null {
  const minutes = /^\d{1,3}$/.test(text.trim()) ? Number(text) : 0;
  return minutes >= SHORTEST && minutes <= LONGEST ? minutes : null;
}

/** What is wrong with a time limit as typed. Empty is right: not timed. */
export function timeLimitProblem(text: string): string | null {
  if (text.trim() === '' || readTimeLimit(text) !== null) return null;
  return `Enter the time limit in whole minutes from ${SHORTEST} to ${LONGEST}, or leave it empty for none`;
}

/** Advice where the assessment is timed, or null (ux.md: untimed unless an accreditor demands it). */
export function limitWarning({ timeLimitMinutes }: { timeLimitMinutes: number | null }): string | null {
  if (timeLimitMinutes === null) return null;
  return `The assessment has a time limit of ${timeLimitMinutes} minutes. Take it away, unless your accreditor demands one.`;
}

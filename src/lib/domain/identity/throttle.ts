/** How often something failed from one place, and when it did last. */
export type Failures = { count: number; lastAt: Date };

/** When a place has to wait after failures: at first never, then twice as long with each. */
export type ThrottlePolicy = {
  /** Failures without any wait: people mistype. */
  free: number;
  /** The wait after the first failure that is not free; the next one doubles it. */
  firstWaitSeconds: number;
  longestWaitSeconds: number;
  /** After so long without a failure, nothing is held against the place. */
  forgetAfterSeconds: number;
  /** So many failures, and nothing is looked at until all are forgotten. */
  most?: number;
  /** What is right forgets all failures: only where nobody but the owner of the secret profits. */
  forgetsWhenRight?: boolean;
};

const secondsAfter = (instant: Date, seconds: number) => new Date(instant.getTime() + seconds * 1000);

/** The instant before which failures are forgotten. */
export function forgottenBefore({ forgetAfterSeconds }: ThrottlePolicy, now: Date): Date {
  return secondsAfter(now, -forgetAfterSeconds);
}

/** The failures that are still held against the place. */
export function countHeld(failures: Failures | null, policy: ThrottlePolicy, now: Date): number {
  return failures && failures.lastAt >= forgottenBefore(policy, now) ? failures.count : 0;
}

/**
 * When the place may try again; null: now. After the free failures the wait doubles, and after the most nothing is looked at
 * (NIST SP 800-63B 3.2.2, at most 100 failures in a row; ASVS 6.3.1).
 */
export function waitUntil(failures: Failures | null, policy: ThrottlePolicy, now: Date): Date | null {
  const held = countHeld(failures, policy, now);
  if (failures === null || held < policy.free) return null;
  const doubled = policy.firstWaitSeconds * 2 ** Math.min(held - policy.free, 40);
  const isShut = held >= (policy.most ?? Infinity);
  const seconds = isShut ? policy.forgetAfterSeconds + 1 : Math.min(doubled, policy.longestWaitSeconds);
  const until = secondsAfter(failures.lastAt, seconds);
  return until > now ? until : null;
}

/** Whole seconds to wait, at least one, as the header `Retry-After` takes them. */
export function secondsToWait(until: Date, now: Date): number {
  return Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1000));
}

/** A wait in words: "in 5 seconds", "in about 2 minutes". */
export function waitWords(seconds: number): string {
  if (seconds < 60) return seconds === 1 ? 'in a second' : `in ${seconds} seconds`;
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 60) return minutes === 1 ? 'in about a minute' : `in about ${minutes} minutes`;
  const hours = Math.ceil(minutes / 60);
  if (hours < 24) return hours === 1 ? 'in about an hour' : `in about ${hours} hours`;
  const days = Math.ceil(hours / 24);
  return days === 1 ? 'in about a day' : `in about ${days} days`;
}

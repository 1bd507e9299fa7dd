import type { ThrottlePolicy } from './throttle.ts';
import type { Visit } from './visit.ts';

const HOUR = 60 * 60;
const DAY = 24 * HOUR;

/** Guesses from one network at accounts that nobody signed in to from there: a hospital may be one network. */
const OF_NETWORK: ThrottlePolicy = {
  free: 50,
  firstWaitSeconds: 1,
  longestWaitSeconds: HOUR / 4,
  forgetAfterSeconds: HOUR
};

/** Guesses at one account from wherever nobody signed in to it: at most 100 (NIST SP 800-63B 3.2.2). */
const OF_ACCOUNT: ThrottlePolicy = {
  free: 20,
  firstWaitSeconds: 4,
  longestWaitSeconds: DAY,
  forgetAfterSeconds: 30 * DAY,
  most: 100
};

/** Guesses at one account from one network, or in one browser; the owner, who signs in there, mistypes now and then. */
const OF_PLACE: ThrottlePolicy = {
  free: 5,
  firstWaitSeconds: 2,
  longestWaitSeconds: DAY,
  forgetAfterSeconds: 30 * DAY,
  most: 100,
  forgetsWhenRight: true
};

/** Which of the two were here when this account was signed in to before. */
export type KnownPlace = { browser: boolean; network: boolean };

/**
 * The records that a guess at a password is counted in. Guessing from elsewhere must not shut the owner out: a browser in
 * which the account was signed in to before has a record of its own, a network has one for this account, and neither
 * waits for what failed elsewhere. `account`: the address as typed.
 */
export function signInRecords(
  { account, visit }: { account: string; visit: Visit },
  known: KnownPlace
): { door: string; from: string; policy: ThrottlePolicy }[] {
  const address = account.trim().toLowerCase();
  const { network, browserToken } = visit;
  if (known.browser)
    return [{ door: 'sign-in browser', from: `${address} ${browserToken ?? ''}`, policy: OF_PLACE }];
  const here = { door: 'sign-in place', from: `${address} ${network}`, policy: OF_PLACE };
  if (known.network) return [here];
  const fromNetwork = { door: 'sign-in network', from: network, policy: OF_NETWORK };
  return [fromNetwork, { door: 'sign-in account', from: address, policy: OF_ACCOUNT }, here];
}

import type { ThrottlePolicy } from '#lib/domain/identity/throttle.ts';

/** How many codes that do not exist may be asked for from one network. The wait grows from two seconds to an hour. */
export const VERIFICATION_THROTTLE: ThrottlePolicy = {
  free: 10,
  firstWaitSeconds: 2,
  longestWaitSeconds: 60 * 60,
  forgetAfterSeconds: 24 * 60 * 60
};

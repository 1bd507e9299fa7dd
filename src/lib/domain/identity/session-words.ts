/** An open session as its person reads it. Instants are UTC. */
export type OwnSession = {
  handle: string;
  isThisOne: boolean;
  browser: string;
  network: string;
  method: SessionMethod;
  hasSecondFactor: boolean;
  beganAt: Date;
  lastSeenAt: Date;
};

/** What proved who it is when a session began. */
export type SessionMethod = 'password' | 'passkey' | 'institution';

const METHODS = {
  password: 'a password',
  passkey: 'a passkey',
  institution: 'an account of your institution'
} satisfies Record<SessionMethod, string>;

/** How somebody signed in, e.g. `with a password and a second factor`. */
export function methodWords({ method, hasSecondFactor }: Pick<OwnSession, 'method' | 'hasSecondFactor'>) {
  // A passkey is two factors by itself: the device, and what unlocks it.
  const isSaid = hasSecondFactor && method !== 'passkey';
  return `with ${METHODS[method]}${isSaid ? ' and a second factor' : ''}`;
}

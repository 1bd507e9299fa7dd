/** What happened to the ways in which somebody proves who they are. */
export type FactorChange =
  | 'app-added'
  | 'app-replaced'
  | 'app-removed'
  | 'codes-made'
  | 'code-used'
  | 'passkey-added'
  | 'passkey-removed'
  | 'reset';

const WORDS = {
  'app-added': { subject: 'An authenticator app was added', what: 'an authenticator app was added to it' },
  'app-replaced': {
    subject: 'Your authenticator app was replaced',
    what: 'another authenticator app took the place of the one that you had'
  },
  'app-removed': {
    subject: 'Your authenticator app was removed',
    what: 'the authenticator app was removed from it'
  },
  'codes-made': {
    subject: 'New recovery codes were made',
    what: 'new recovery codes were made for it; earlier ones no longer work'
  },
  'code-used': { subject: 'A recovery code was used', what: 'a recovery code was used to sign in to it' },
  'passkey-added': { subject: 'A passkey was added', what: 'a passkey was added to it' },
  'passkey-removed': { subject: 'A passkey was removed', what: 'a passkey was removed from it' },
  reset: {
    subject: 'Your second factor was reset',
    what: 'an admin removed its authenticator app, passkeys and recovery codes, and ended its sessions. Set up a second factor again when you next sign in'
  }
} satisfies Record<FactorChange, { subject: string; what: string }>;

/** Subject and plain text for the owner of the account; `origin`: scheme and host of this site. */
export function factorLetter(change: FactorChange, origin: string): { subject: string; body: string } {
  const { subject, what } = WORDS[change];
  const paragraphs = [
    'Good day,',
    `this is about your account at ${origin}: ${what}.`,
    `If this was not you and you did not ask for it, sign in, look at what is set up and change your password:\n${origin}/me/settings/security`,
    `If you cannot sign in, tell those who run ${origin} at once.`
  ];
  return { subject, body: `${paragraphs.join('\n\n')}\n` };
}

import { account, all, type Access, type Outcome } from './access-verdicts.ts';

/** The routes of second factors, with what each asker gets. */
export const FACTOR_ACCESS: Access[] = [
  {
    route: '/sign-in/second-factor',
    // Who has shown it goes on; who has none is led to where one is set up.
    get: {
      ...account<Outcome>('→ /me'),
      clinician: '→ /me/settings/security'
    },
    actions: {
      app: { ...account<Outcome | 'let in'>('let in') },
      recovery: { ...account<Outcome | 'let in'>('let in') }
    }
  },
  { route: '/sign-in/passkey', actions: { POST: all('let in') } },
  { route: '/sign-in/passkey/options', actions: { POST: all('let in') } },
  {
    route: '/me/settings/security',
    get: account(200),
    actions: {
      removeApp: account('let in'),
      renamePasskey: account('let in'),
      removePasskey: account('let in'),
      codes: account('let in')
    }
  },
  { route: '/me/settings/security/passkeys', actions: { POST: account('let in') } },
  { route: '/me/settings/security/passkeys/options', actions: { POST: account('let in') } },
  { route: '/me/settings/security/app', get: account(200), actions: { default: account('let in') } }
];

import {
  account,
  all,
  anyone,
  own,
  professionals,
  ownWritten,
  sender,
  type Access,
  type Outcome
} from './access-verdicts.ts';
import { ADMIN_ACCESS } from './admin-access.ts';
import { API_ACCESS } from './api-access.ts';
import { FACTOR_ACCESS } from './factor-access.ts';
import { AUTHOR_ACCESS } from './author-access.ts';

const lesson = '/activities/resistance-to-immunotherapy';

/** Every route with what each asker gets. A route that is not named here fails the tests. */
export const ACCESS: Access[] = [
  { route: '/', ...anyone },
  { route: '/gate', ...anyone, actions: { default: all('let in') } },
  { route: '/patients', ...anyone },
  { route: '/accessibility', ...anyone },
  { route: '/privacy', ...anyone },
  { route: '/help', ...anyone },
  { route: '/offline', ...anyone },
  { route: '/healthz', ...anyone },
  { route: '/readyz', ...anyone },
  // As it is where only this machine can ask; elsewhere it wants a token: src/lib/server/watch/may-read-metrics.test.ts.
  { route: '/metrics', ...anyone },
  { route: '/activities', ...anyone },
  {
    route: '/activities/[slug]',
    path: lesson,
    ...anyone,
    actions: { beginAnew: account('let in') }
  },
  { route: '/verify', ...anyone, actions: { default: all('let in') } },
  { route: '/verify/badge', ...anyone, actions: { default: all('let in') } },
  { route: '/verify/[code]', path: '/verify/{code}', ...anyone },
  {
    route: '/set-up/[token]',
    path: '/set-up/no-such-token',
    get: all(404),
    actions: { default: all('let in') }
  },
  {
    route: '/sign-up',
    get: { ...all<Outcome>('→ /activities'), nobody: 200, visitor: 200 },
    actions: { default: { ...all<Outcome | 'let in'>('→ /activities'), nobody: 'let in', visitor: 'let in' } }
  },
  {
    route: '/sign-in',
    get: { ...all<Outcome>('→ /me'), nobody: 200, visitor: 200 },
    actions: { default: all('let in') }
  },
  { route: '/reset-password', ...anyone, actions: { default: all('let in') } },
  {
    route: '/reset-password/[token]',
    path: '/reset-password/no-such-token',
    get: all('→ /reset-password'),
    actions: { default: all('let in') }
  },
  { route: '/confirm-email', ...anyone },
  {
    route: '/confirm-email/[token]',
    path: '/confirm-email/no-such-token',
    get: all(404),
    actions: { default: all('let in') }
  },
  {
    route: '/sign-in/institution/[id]',
    path: '/sign-in/institution/{institution}',
    get: { ...all<Outcome>('→ /me'), nobody: 200, visitor: 200 },
    // It is on a port where nobody answers.
    actions: { default: { ...all<Outcome>('→ /me'), nobody: 403, visitor: 403 } }
  },
  { route: '/sign-in/institution/callback', get: all(400) },
  { route: '/sign-in/institution/first-visit', get: all(404), actions: { default: all(404) } },
  { route: '/sign-in/again', get: account(200), actions: { default: account('let in') } },

  {
    route: '/activities/[slug]/lesson',
    path: `${lesson}/lesson`,
    get: { ...all<Outcome>(`→ ${lesson}/lesson/overview`), nobody: '→ /gate' }
  },
  { route: '/activities/[slug]/lesson/[section]', path: `${lesson}/lesson/overview`, ...professionals },
  { route: '/activities/[slug]/references', path: `${lesson}/references`, ...professionals },
  {
    route: '/activities/[slug]/references/export.[format]',
    path: `${lesson}/references/export.ris`,
    ...professionals
  },

  // Before the practice page, which starts a new attempt and closes this one.
  {
    route: '/attempts/[id]/[position]',
    path: '/attempts/{attempt}/1',
    get: own(200),
    actions: { respond: own('let in'), flag: own('let in'), ruleOut: own('let in'), move: own('let in') }
  },
  {
    route: '/attempts/[id]/check',
    path: '/attempts/{attempt}/check',
    get: own(200),
    actions: { default: own('let in') }
  },
  {
    route: '/activities/[slug]/pretest',
    path: `${lesson}/pretest`,
    get: account(200),
    actions: { default: account('let in') }
  },
  {
    route: '/activities/[slug]/practice',
    path: `${lesson}/practice`,
    get: account(200),
    actions: { default: account('let in') }
  },
  {
    route: '/activities/[slug]/assessment',
    path: `${lesson}/assessment`,
    get: account(200),
    actions: { default: account('let in') }
  },
  {
    route: '/activities/[slug]/evaluation',
    path: `${lesson}/evaluation`,
    get: { ...account<Outcome>(200), clinician: `→ ${lesson}/claim` },
    actions: { default: sender }
  },
  {
    route: '/activities/[slug]/claim',
    path: `${lesson}/claim`,
    get: { ...account<Outcome>(200), clinician: '→ /certificates/{certificate}' },
    actions: { default: sender }
  },
  // Drawn for an attempt that the time ended; every other one has its result.
  {
    route: '/attempts/[id]/time-up',
    path: '/attempts/{finished}/time-up',
    get: own<Outcome>('→ /attempts/{finished}/result')
  },
  { route: '/attempts/[id]/result', path: '/attempts/{finished}/result', get: own(200) },
  {
    route: '/certificates/[id]',
    path: '/certificates/{certificate}',
    get: { ...own(200), admin: 200 },
    actions: { hide: own('let in'), show: own('let in') }
  },
  {
    route: '/certificates/[id]/image.[kind]',
    path: '/certificates/{certificate}/image.logo',
    get: account(404)
  },
  {
    route: '/certificates/[id].pdf',
    path: '/certificates/{certificate}.pdf',
    get: { ...own(200), admin: 200 }
  },
  {
    route: '/certificates/[id]/badge.[format]',
    path: '/certificates/{certificate}/badge.jwt',
    get: own(200)
  },
  { route: '/badges/jwks.json', ...anyone },
  { route: '/badges/keys/[kid]', path: '/badges/keys/no-such-key', get: all(404) },
  { route: '/badges/issuers/[id]', path: '/badges/issuers/nobody', get: all(404) },
  { route: '/badges/issuers/[id]/revocations', path: '/badges/issuers/nobody/revocations', get: all(404) },
  { route: '/badges/achievements/[id]', path: '/badges/achievements/none', get: all(404) },
  { route: '/badges/achievements/[id].png', path: '/badges/achievements/none.png', get: all(404) },
  {
    route: '/follow-up/[token]',
    path: '/follow-up/no-such-token',
    get: all(404),
    actions: { default: all('let in') }
  },
  {
    route: '/unsubscribe/[token]',
    path: '/unsubscribe/no-such-token',
    get: all(404),
    actions: { default: all('let in') }
  },
  { route: '/me', get: account(200) },
  {
    route: '/me/follow-ups',
    get: account(200),
    actions: { stop: account('let in'), resume: account('let in') }
  },
  { route: '/me/transcript', get: account(200) },
  { route: '/me/transcript/export.csv', get: account(200) },
  { route: '/me/transcript/export.pdf', get: account(200) },
  { route: '/me/transcript/external/new', get: account(200), actions: { default: sender } },
  // Before the entry, which is removed in the end.
  {
    route: '/me/transcript/external/[id]/document',
    path: '/me/transcript/external/{external}/document',
    get: own(200)
  },
  {
    route: '/me/transcript/external/[id]',
    path: '/me/transcript/external/{external}',
    get: own(200),
    actions: { save: ownWritten, remove: own('let in') }
  },
  {
    route: '/me/transcript/shares',
    get: account(200),
    actions: { share: sender, end: account('let in') }
  },
  { route: '/transcripts/[token]', path: '/transcripts/no-such-link', get: all(404) },
  { route: '/me/settings', get: account(200), actions: { default: sender } },
  {
    route: '/me/settings/account',
    get: account(200),
    actions: { verification: account('let in'), email: account('let in'), password: account('let in') }
  },
  { route: '/me/reporting', get: account(200), actions: { default: account('let in') } },
  { route: '/me/settings/privacy', get: account(200) },
  { route: '/me/settings/privacy/my-data.zip', get: account(200) },
  { route: '/me/settings/privacy/erase', get: account(200), actions: { default: account('let in') } },
  {
    route: '/me/settings/institutions',
    get: account(200),
    actions: { link: account('let in'), unlink: account('let in') }
  },
  { route: '/me/settings/identifiers', get: account(200), actions: { default: sender } },
  {
    route: '/me/settings/sessions',
    get: account(200),
    actions: { end: account('let in'), endOthers: account('let in') }
  },

  ...FACTOR_ACCESS,
  ...ADMIN_ACCESS,
  ...AUTHOR_ACCESS,
  ...API_ACCESS,
  { route: '/sign-out', get: all('→ /'), actions: { POST: all('→ /') } }
];

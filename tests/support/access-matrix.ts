/** Who asks. Everyone but `nobody` has passed the gate; the last three hold that role alone. */
export const ASKERS = ['nobody', 'visitor', 'clinician', 'educator', 'admin'] as const;

export type Asker = (typeof ASKERS)[number];

/** A status, or a redirect to a path that begins so. */
type Outcome = number | `→ ${string}`;

/** For an action: refused with an outcome, or `let in` (then what was sent is judged, and never fails with 5xx). */
type Verdicts<Value> = Record<Asker, Value>;

export type Access = {
  route: string;
  /** An address of it; `{…}` is filled in by the test. The route itself, where nothing is said. */
  path?: string;
  get?: Verdicts<Outcome>;
  /** By action; `POST` for an endpoint. */
  actions?: Record<string, Verdicts<Outcome | 'let in'>>;
};

const all = <Value>(value: Value): Verdicts<Value> => ({
  nobody: value,
  visitor: value,
  clinician: value,
  educator: value,
  admin: value
});

const anyone = { get: all<Outcome>(200) };

const only = <Value>(role: Asker, value: Value): Verdicts<Value | 403 | `→ ${string}`> => ({
  ...all<Value | 403 | `→ ${string}`>(403),
  nobody: '→ /sign-in',
  visitor: '→ /sign-in',
  [role]: value
});

const lesson = '/activities/resistance-to-immunotherapy';

/** Behind the gate; no account is needed. */
const professionals = { get: { ...all<Outcome>(200), nobody: '→ /gate' } satisfies Verdicts<Outcome> };

/** Needs an account, of whatever role. */
const account = <Value>(value: Value): Verdicts<Value | `→ ${string}`> => ({
  ...all<Value | `→ ${string}`>(value),
  nobody: '→ /sign-in',
  visitor: '→ /sign-in'
});

/** The same, for a form of many words: it comes back from a refusal, to be sent again. */
const sender: Verdicts<Outcome | 'let in'> = {
  ...all<Outcome | 'let in'>('let in'),
  nobody: 401,
  visitor: 401
};

/** The same, for educators alone. */
const written: Verdicts<Outcome | 'let in'> = {
  ...only<Outcome | 'let in'>('educator', 'let in'),
  nobody: 401,
  visitor: 401
};

/** The clinician's own record: for anybody else with an account it does not exist. */
const own = <Value>(value: Value): Verdicts<Value | 404 | `→ ${string}`> => ({
  ...account<Value | 404>(404),
  clinician: value
});

/** Every route with what each asker gets. A route that is not named here fails the tests. */
export const ACCESS: Access[] = [
  { route: '/', ...anyone },
  { route: '/gate', ...anyone, actions: { default: all('let in') } },
  { route: '/patients', ...anyone },
  { route: '/accessibility', ...anyone },
  { route: '/privacy', ...anyone },
  { route: '/help', ...anyone },
  { route: '/healthz', ...anyone },
  { route: '/readyz', ...anyone },
  { route: '/activities', ...anyone },
  {
    route: '/activities/[slug]',
    path: lesson,
    ...anyone,
    actions: { beginAnew: account('let in') }
  },
  { route: '/verify', ...anyone, actions: { default: all('let in') } },
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
    actions: { default: account('let in') }
  },
  { route: '/attempts/[id]/result', path: '/attempts/{finished}/result', get: own(200) },
  { route: '/certificates/[id]', path: '/certificates/{certificate}', get: { ...own(200), admin: 200 } },
  {
    route: '/certificates/[id].pdf',
    path: '/certificates/{certificate}.pdf',
    get: { ...own(200), admin: 200 }
  },
  { route: '/me', get: account(200) },
  { route: '/me/transcript', get: account(200) },
  { route: '/me/settings', get: account(200), actions: { default: sender } },

  { route: '/author', get: only('educator', 200) },
  {
    route: '/author/activities/[id]/items',
    path: '/author/activities/{activity}/items',
    get: only('educator', 200)
  },
  {
    route: '/author/activities/[id]/items/bulk',
    path: '/author/activities/{activity}/items/bulk',
    get: only<Outcome>('educator', '→ /author/activities/{activity}/items'),
    actions: {
      preview: only('educator', 'let in'),
      apply: only('educator', 'let in'),
      undo: only('educator', 'let in')
    }
  },
  {
    route: '/author/activities/[id]/lesson',
    path: '/author/activities/{activity}/lesson',
    get: only('educator', 200),
    actions: { save: written, arrange: written }
  },
  {
    route: '/author/activities/[id]/lesson/[section]',
    path: '/author/activities/{activity}/lesson/{section}',
    get: only('educator', 200),
    actions: { save: written, preview: written }
  },
  {
    route: '/author/activities/[id]/export.zip',
    path: '/author/activities/{activity}/export.zip',
    get: only('educator', 200)
  },
  {
    route: '/author/import',
    get: only('educator', 200),
    actions: { check: only('educator', 'let in'), import: only('educator', 'let in') }
  },
  {
    route: '/author/activities/new',
    get: only('educator', 200),
    actions: { default: only('educator', 'let in') }
  },

  { route: '/admin', get: only('admin', 200) },
  { route: '/admin/people', get: only('admin', 200) },
  {
    route: '/admin/people/[id]',
    path: '/admin/people/{person}',
    get: only('admin', 200),
    actions: { give: only('admin', 'let in'), take: only('admin', 'let in') }
  },
  {
    route: '/admin/settings',
    get: only('admin', 200),
    actions: { review: only('admin', 'let in') }
  },
  { route: '/admin/completions', get: only('admin', 200) },
  { route: '/admin/completions/export.csv', get: only('admin', 200) },

  {
    route: '/author/items/new',
    path: '/author/items/new?bank={bank}',
    get: only('educator', 200),
    actions: { default: { ...only<Outcome | 'let in'>('educator', 'let in'), nobody: 401, visitor: 401 } }
  },
  {
    route: '/author/items/[id]',
    path: '/author/items/{item}',
    get: only('educator', 200),
    actions: {
      save: { ...only<Outcome | 'let in'>('educator', 'let in'), nobody: 401, visitor: 401 },
      override: only('educator', 'let in')
    }
  },
  {
    route: '/author/items/[id]/status',
    path: '/author/items/{item}/status',
    get: only<Outcome>('educator', '→ /author/items/{item}'),
    actions: {
      submit: only('educator', 'let in'),
      withdraw: only('educator', 'let in'),
      publish: only('educator', 'let in'),
      retire: only('educator', 'let in'),
      edit: only('educator', 'let in')
    }
  },
  { route: '/author/items/[id]/history', path: '/author/items/{item}/history', get: only('educator', 200) },
  {
    route: '/author/items/[id]/diff/[range]',
    path: '/author/items/{item}/diff/1..1',
    get: only('educator', 200)
  },
  { route: '/author/banks/[id]', path: '/author/banks/{bank}', get: only('educator', 200) },
  { route: '/author/review', get: only('educator', 200) },
  {
    route: '/author/review/[id]',
    path: '/author/review/{itemVersion}',
    get: only('educator', 200),
    actions: {
      comment: written,
      resolve: only('educator', 'let in'),
      approve: written,
      askForChanges: written
    }
  },
  { route: '/author/items/[id]/retire', path: '/author/items/{item}/retire', get: only('educator', 200) },

  { route: '/sign-out', get: all('→ /'), actions: { POST: all('→ /') } }
];

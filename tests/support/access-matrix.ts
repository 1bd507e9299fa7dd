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

/** Every route with what each asker gets. A route that is not named here fails the tests. */
export const ACCESS: Access[] = [
  { route: '/', ...anyone },
  { route: '/gate', ...anyone, actions: { default: all('let in') } },
  { route: '/patients', ...anyone },
  { route: '/accessibility', ...anyone },
  { route: '/activities', ...anyone },
  { route: '/privacy', ...anyone },
  { route: '/help', ...anyone },
  { route: '/healthz', ...anyone },
  { route: '/readyz', ...anyone },
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
  { route: '/sign-out', get: all('→ /'), actions: { POST: all('→ /') } },
  { route: '/admin', get: only('admin', 200) },
  { route: '/admin/people', get: only('admin', 200) },
  {
    route: '/admin/people/[id]',
    path: '/admin/people/{person}',
    get: only('admin', 200),
    actions: { give: only('admin', 'let in'), take: only('admin', 'let in') }
  }
];

/**
 * Who asks. Everyone but `nobody` has passed the gate; the others hold one role alone. The records that addresses name
 * are of `clinician` and `educator`; `other …` are of the same role, and have nothing to do with them.
 */
export const ASKERS = [
  'nobody',
  'visitor',
  'clinician',
  'other clinician',
  'educator',
  'other educator',
  'admin'
] as const;

export type Asker = (typeof ASKERS)[number];

/** Those whose own records and work the addresses name, and whom one role needs: one for each. */
export const OWNERS = ASKERS.filter((asker) => !asker.startsWith('other '));

/** A status, or a redirect to a path that begins so. */
export type Outcome = number | `→ ${string}`;

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

/** The same for everybody. */
export const all = <Value>(value: Value): Verdicts<Value> => ({
  nobody: value,
  visitor: value,
  clinician: value,
  'other clinician': value,
  educator: value,
  'other educator': value,
  admin: value
});

/** A page for everybody. */
export const anyone = { get: all<Outcome>(200) };

/** Everybody whom a verdict on a role is about. */
const holders = <Value>(role: Asker, value: Value): Partial<Verdicts<Value>> => ({
  [role]: value,
  ...(role === 'clinician' ? { 'other clinician': value } : {}),
  ...(role === 'educator' ? { 'other educator': value } : {})
});

/** For the holders of one role. */
export const only = <Value>(role: Asker, value: Value): Verdicts<Value | 403 | `→ ${string}`> => ({
  ...all<Value | 403 | `→ ${string}`>(403),
  nobody: '→ /sign-in',
  visitor: '→ /sign-in',
  ...holders(role, value)
});

/** For the holders of either of two roles. */
export const either = <Value>(
  roles: [Asker, Asker],
  value: Value
): Verdicts<Value | 403 | `→ ${string}`> => ({
  ...only(roles[0], value),
  ...holders(roles[1], value)
});

/** Behind the gate; no account is needed. */
export const professionals = { get: { ...all<Outcome>(200), nobody: '→ /gate' } satisfies Verdicts<Outcome> };

/** Needs an account, of whatever role. */
export const account = <Value>(value: Value): Verdicts<Value | `→ ${string}`> => ({
  ...all<Value | `→ ${string}`>(value),
  nobody: '→ /sign-in',
  visitor: '→ /sign-in'
});

/** The same, for a form of many words: it comes back from a refusal, to be sent again. */
export const sender: Verdicts<Outcome | 'let in'> = {
  ...all<Outcome | 'let in'>('let in'),
  nobody: 401,
  visitor: 401
};

/** The same, for educators alone. */
export const written: Verdicts<Outcome | 'let in'> = {
  ...only<Outcome | 'let in'>('educator', 'let in'),
  nobody: 401,
  visitor: 401
};

/** The same, for admins alone. */
export const writtenByAdmin: Verdicts<Outcome | 'let in'> = {
  ...only<Outcome | 'let in'>('admin', 'let in'),
  nobody: 401,
  visitor: 401
};

/** The clinician's own record: for anybody else with an account it does not exist. */
export const own = <Value>(value: Value): Verdicts<Value | 404 | `→ ${string}`> => ({
  ...account<Value | 404>(404),
  clinician: value
});

/** The same, for a form that comes back from a refusal, to be sent again. */
export const ownWritten: Verdicts<Outcome | 'let in'> = {
  ...all<Outcome | 'let in'>(404),
  clinician: 'let in',
  nobody: 401,
  visitor: 401
};

/** The same, for educators and admins. */
export const writtenByEither: Verdicts<Outcome | 'let in'> = { ...written, admin: 'let in' };

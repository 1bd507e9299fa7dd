import { isRole, type Role } from './role.ts';

/** Whoever has this value among those of the claim gets the role. */
export type RoleRule = { claim: string; value: string; role: Role };

/** What an institution says of somebody, as it came. */
export type Claims = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const own = (object: Claims, name: string): unknown =>
  Object.hasOwn(object, name) ? object[name] : undefined;

/** A claim by its name, or else by its path: `realm_access.roles` is how Keycloak nests them. */
function claimOf(claims: Claims, name: string): unknown {
  const direct = own(claims, name);
  if (direct !== undefined) return direct;
  let found: unknown = claims;
  for (const part of name.split('.')) found = isObject(found) ? own(found, part) : undefined;
  return found;
}

/** A claim is one text, or several; an institution's true and 3 are compared as they are written. */
function textsOf(value: unknown): string[] {
  const values: unknown[] = Array.isArray(value) ? value : [value];
  return values.flatMap((each) =>
    typeof each === 'string' || typeof each === 'boolean' || typeof each === 'number' ? [String(each)] : []
  );
}

/** The roles that the rules give, each once. Values are compared exactly. */
export function mappedRoles(rules: readonly RoleRule[], claims: Claims): Role[] {
  const fitting = rules.filter(({ claim, value }) => textsOf(claimOf(claims, claim)).includes(value));
  return [...new Set(fitting.map(({ role }) => role))];
}

/** The rules as they were stored. */
export function readRules(stored: readonly { claim: string; value: string; role: string }[]): RoleRule[] {
  return stored.flatMap(({ claim, value, role }) => (isRole(role) ? [{ claim, value, role }] : []));
}

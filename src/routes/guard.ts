import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { GATE_VERSION } from '#lib/domain/identity/gate.ts';
import { ROLE_WORDS } from '#lib/domain/identity/role.ts';
import type { Role } from '#lib/domain/identity/role.ts';
import type { SignedInPerson } from '#lib/server/identity/signed-in-person.ts';
import { giveBack } from './give-back.ts';

/** This page, to come back to; a form action (`?/name`) is left out, since coming back is a GET. */
export function whereTo({ url }: Pick<RequestEvent, 'url'>): string {
  const search = url.search.startsWith('?/') ? '' : url.search;
  return encodeURIComponent(url.pathname + search);
}

/** The person, or a redirect to the sign-in page that leads back here. Call it in every load and action. */
export function requirePerson(event: Pick<RequestEvent, 'locals' | 'url'>): SignedInPerson {
  if (event.locals.person === null) redirect(303, `/sign-in?returnTo=${whereTo(event)}`);
  return event.locals.person;
}

/** Whose pages need a second factor where a role of the person is locked without one. */
const isOfStaff = ({ pathname }: URL) => /^\/(author|admin)(\/|$)/.test(pathname);

/**
 * The person, for an action whose form holds more than a few choices. Where the session has ended, or lacks the second
 * factor, what was sent comes back on a page from which it can be sent again after signing in: nothing has to be typed
 * twice, and none of it stands in an address.
 */
export async function requireSender(
  event: Pick<RequestEvent, 'locals' | 'request' | 'url'>
): Promise<SignedInPerson> {
  const { person } = event.locals;
  if (person === null) return giveBack(event.request, 'signed-out');
  if (person.lockedRoles.length > 0 && isOfStaff(event.url))
    return giveBack(event.request, 'no-second-factor');
  return person;
}

/** The person, who holds `role` and has shown what it needs; else sign-in, its second step, or a plain 403 page. */
export function requireRole(event: Pick<RequestEvent, 'locals' | 'url'>, role: Role): SignedInPerson {
  const person = requirePerson(event);
  if (person.roles.includes(role)) return person;
  if (person.lockedRoles.includes(role)) redirect(303, `/sign-in/second-factor?returnTo=${whereTo(event)}`);
  const ask = `Ask an administrator for the ${ROLE_WORDS[role].name} role.`;
  error(403, `You do not have access to this page. ${ask}`);
}

/** The person, who holds one of these roles; else sign-in, or a plain 403 page. */
export function requireOneOf(
  event: Pick<RequestEvent, 'locals' | 'url'>,
  roles: [Role, ...Role[]]
): SignedInPerson {
  const person = requirePerson(event);
  if (roles.some((role) => person.roles.includes(role))) return person;
  return requireRole(event, roles.find((role) => person.lockedRoles.includes(role)) ?? roles[0]);
}

/** Sends a browser that has not passed the gate, or passed an earlier wording, to it and back. */
export function requireGate(event: Pick<RequestEvent, 'locals' | 'url'>): void {
  if (event.locals.gateVersion !== GATE_VERSION) redirect(303, `/gate?returnTo=${whereTo(event)}`);
}

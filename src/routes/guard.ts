import { error, redirect } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { GATE_VERSION } from '#lib/domain/identity/gate.ts';
import { ROLE_WORDS } from '#lib/domain/identity/role.ts';
import type { Role } from '#lib/domain/identity/role.ts';
import type { SignedInPerson } from '#lib/server/identity/signed-in-person.ts';
import { readPostedFields } from './posted-fields.ts';

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

/**
 * The person, for an action whose form holds more than a few choices. Where the session has ended, what was sent comes
 * back on a page from which it can be sent again after signing in: nothing has to be typed twice, and none of it stands
 * in an address.
 */
export async function requireSender(
  event: Pick<RequestEvent, 'locals' | 'request'>
): Promise<SignedInPerson> {
  if (event.locals.person !== null) return event.locals.person;
  const unsent = [...(await readPostedFields(event.request))].flatMap(([name, values]) =>
    values.map((value) => ({ name, value }))
  );
  error(401, { message: 'You were signed out before this was saved. What you wrote is still here.', unsent });
}

/** The person, who holds `role`; else sign-in, or a plain 403 page. */
export function requireRole(event: Pick<RequestEvent, 'locals' | 'url'>, role: Role): SignedInPerson {
  const person = requirePerson(event);
  if (person.roles.includes(role)) return person;
  const ask = `Ask an administrator for the ${ROLE_WORDS[role].name} role.`;
  error(403, `You do not have access to this page. ${ask}`);
}

/** The person, who holds one of these roles; else sign-in, or a plain 403 page. */
export function requireOneOf(
  event: Pick<RequestEvent, 'locals' | 'url'>,
  roles: [Role, ...Role[]]
): SignedInPerson {
  const person = requirePerson(event);
  const held = roles.find((role) => person.roles.includes(role));
  return held === undefined ? requireRole(event, roles[0]) : person;
}

/** Sends a browser that has not passed the gate, or passed an earlier wording, to it and back. */
export function requireGate(event: Pick<RequestEvent, 'locals' | 'url'>): void {
  if (event.locals.gateVersion !== GATE_VERSION) redirect(303, `/gate?returnTo=${whereTo(event)}`);
}

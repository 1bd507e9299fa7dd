import { createHash } from 'node:crypto';
import type { RequestEvent } from '@sveltejs/kit';
import { AHEAD_HEADER, KEEP_HEADER } from '#lib/domain/kept-pages.ts';

type Event = Pick<RequestEvent, 'locals' | 'setHeaders'>;

/** Whose a kept page is, for the browser to tell one person's from another's; it says nothing else. Null: nobody's. */
export function deviceOwner({ person }: Pick<App.Locals, 'person'>): string | null {
  return person && createHash('sha256').update(`device ${person.id}`).digest('base64url').slice(0, 16);
}

/**
 * Lets the browser of a signed-in person keep this page, to be read without a network. Only for what was published, and
 * for questions in their public form: neither keys nor rationales, nor anything of the assessment.
 */
export function mayBeKept({ locals, setHeaders }: Event): void {
  const owner = deviceOwner(locals);
  if (owner !== null) setHeaders({ [KEEP_HEADER]: owner });
}

/** Whether the page is fetched to be kept, so that nobody is reading it yet. */
export const isFetchedAhead = ({ request }: Pick<RequestEvent, 'request'>): boolean =>
  request.headers.has(AHEAD_HEADER);

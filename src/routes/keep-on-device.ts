import { hash } from 'node:crypto';
import type { RequestEvent } from '@sveltejs/kit';
import { AHEAD_HEADER, KEEP_HEADER } from '#lib/domain/kept-pages.ts';

type Event = Pick<RequestEvent, 'locals' | 'setHeaders'>;

/** Whose a kept page is, for the browser to tell one person's from another's; it says nothing else. */
export const ownerOf = (personId: string): string =>
  hash('sha256', `device ${personId}`, 'base64url').slice(0, 16);

type DeviceOf = Pick<App.Locals, 'person'> & Partial<Pick<App.Locals, 'holes'>>;

/** The same of who asks, or the hole for it in a page that is drawn for everybody. Null: nobody's. */
export function deviceOwner({ person, holes }: DeviceOf): string | null {
  return person && (holes?.owner ?? ownerOf(person.id));
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

import type { RequestEvent } from '@sveltejs/kit';
import { publicAddress } from '#lib/server/public-address.ts';

/**
 * What links in letters begin with: what the operator says, never the `Host` of the request, by which a stranger could
 * have the link to a new password lead to a site of theirs.
 */
export function siteAddress({ locals }: Pick<RequestEvent, 'locals'>): string {
  return publicAddress(locals.environment);
}

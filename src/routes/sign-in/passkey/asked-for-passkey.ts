import type { RequestEvent } from '@sveltejs/kit';
import type { Asked } from '#lib/server/identity/enter-with-factor.ts';
import { askedOf } from '../second-factor/asked.ts';

/** Who is asked for a passkey as second factor; null: somebody signs in with it alone. The address says which. */
export async function askedForPasskey(event: RequestEvent): Promise<Asked | null> {
  return event.url.searchParams.has('second-factor') ? askedOf(event) : null;
}

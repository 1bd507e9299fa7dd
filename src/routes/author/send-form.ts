import { deserialize } from '$app/forms';
import type { ActionResult } from '@sveltejs/kit';

/** After this a request counts as unanswered. */
const LIMIT_MS = 30_000;

/** Sends a form to an action of this page without leaving it. Null: nobody answered, or the server failed. */
export async function sendForm(action: string, body: FormData): Promise<ActionResult | null> {
  const headers = { accept: 'application/json', 'x-sveltekit-action': 'true' };
  const signal = AbortSignal.timeout(LIMIT_MS);
  try {
    const response = await fetch(action, { method: 'POST', body, headers, signal });
    const result: ActionResult = deserialize(await response.text());
    if (result.type !== 'error') return result;
    // The body of an error does not say its status: 401 is a session that ended.
    return response.status >= 500 ? null : { ...result, status: response.status };
  } catch {
    return null;
  }
}

import { dropKeptPage } from '#lib/components/attempt/kept-for-person.ts';
import { forgetResponse, keepResponse, type KeptResponse } from '#lib/components/attempt/kept-response.ts';
import {
  IN_PLACE_HEADER,
  outcomeOfSending,
  type SendingOutcome
} from '#lib/domain/attempt/sending-outcome.ts';

/** After this a sending counts as failed. Sent again, it counts once. */
const LIMIT_MS = 30_000;

/** What came back, read to its end: the page, its address, and whether the server led on to it. */
export type Answer = { url: URL; path: string; status: number; redirected: boolean; html: string };

/** Sends a form as the browser would. Null: nobody answered, or not to the end; what became of it is unknown. */
export async function sendForm(action: string, body: URLSearchParams): Promise<Answer | null> {
  const signal = AbortSignal.timeout(LIMIT_MS);
  try {
    const headers = { accept: 'text/html', [IN_PLACE_HEADER]: '1' };
    const response = await fetch(action, { method: 'POST', body, headers, signal });
    const { status } = response;
    const ledTo = response.headers.get('content-location');
    const redirected = response.redirected || ledTo !== null;
    const url = new URL(ledTo ?? response.url, response.url);
    return { url, path: url.pathname, status, redirected, html: await response.text() };
  } catch {
    return null;
  }
}

export type Sent = { outcome: SendingOutcome; answer: Answer | null; isKept: boolean };

/** Keeps a response in this browser, sends it, and forgets it once the server has said what became of it. */
export async function sendResponse(waiting: KeptResponse, action: string): Promise<Sent> {
  const isKept = keepResponse(waiting);
  const answer = await sendForm(action, waiting.fields);
  const outcome = answer ? outcomeOfSending(answer) : 'unknown';
  if (outcome === 'stored' || outcome === 'refused') {
    forgetResponse(waiting);
    void dropKeptPage(waiting.path);
  }
  return { outcome, answer, isKept };
}

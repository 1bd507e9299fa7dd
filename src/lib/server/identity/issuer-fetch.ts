import type { CustomFetch } from 'openid-client';
import { mayAsk } from '#lib/domain/identity/issuer.ts';
import { UnfitIssuer } from './issuer-problem.ts';

/** A document of keys has a few kB; what is larger is none. */
const LARGEST = 1_000_000;

/** All that is asked for is text: JSON, or a token. */
async function textOf(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > LARGEST) throw new UnfitIssuer('TOO_LARGE');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/**
 * Asks for the sake of an issuer: where the rule allows it, without following redirects, and with a bounded answer. The
 * caller's signal bounds the time, of the body as well.
 */
export function issuerFetch(issuer: string): CustomFetch {
  return async (address, { method, headers, body, signal }) => {
    if (!mayAsk(address, issuer)) throw new UnfitIssuer('UNFIT_ADDRESS');
    const response = await fetch(address, {
      method,
      headers,
      redirect: 'manual',
      body: body instanceof Uint8Array ? new Uint8Array(body) : (body ?? null),
      ...(signal === undefined ? {} : { signal })
    });
    if (response.status >= 300 && response.status < 400) {
      await response.body?.cancel();
      throw new UnfitIssuer('LEADS_ELSEWHERE');
    }
    const { status, headers: sent } = response;
    return new Response((await textOf(response)) || null, { status, headers: sent });
  };
}

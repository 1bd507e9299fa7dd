import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * The network that the request under way comes from. It reaches the audit row from the hook beside all arguments: more
 * than a hundred actions write such a row, and none of them may decide by it.
 */
const storage = new AsyncLocalStorage<string>();

/** Does what a request asks for; audit rows written meanwhile say that they come from `network`. */
export function withRequestNetwork<T>(network: string, work: () => T): T {
  return storage.run(network, work);
}

/** The network of the request under way, truncated; null: the program itself or the command line acts. */
export function currentNetwork(): string | null {
  return storage.getStore() ?? null;
}

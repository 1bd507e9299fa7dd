/** ENOSPC and EROFS, as the embedded database numbers what the system says. */
const WORDS = new Map([
  [51, { code: 'ENOSPC', message: 'ENOSPC: no space left on device' }],
  [69, { code: 'EROFS', message: 'EROFS: read-only file system' }]
]);

/**
 * What the embedded database throws where the system refuses it something is no error and has a number alone: here it is
 * one with code and words. Anything else as it is.
 */
export function refusedBySystem(error: unknown, dataDir: string): unknown {
  const number = typeof error === 'object' && error !== null && 'errno' in error ? error.errno : null;
  const words = typeof number === 'number' ? WORDS.get(number) : undefined;
  if (words === undefined) return error;
  return Object.assign(new Error(`${words.message}, ${dataDir}`), { code: words.code });
}

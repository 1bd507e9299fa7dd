/** Somebody who pays for every byte, and has told the browser so. */
export function savesData(): boolean {
  const connection: unknown = 'connection' in navigator ? navigator.connection : null;
  const isKnown = typeof connection === 'object' && connection !== null && 'saveData' in connection;
  return isKnown && connection.saveData === true;
}

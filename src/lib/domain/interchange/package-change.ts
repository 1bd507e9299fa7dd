/** What becomes of one part of a package, by the name that people know it by. */
export type PackageChange = { name: string; outcome: 'added' | 'changed' | 'kept' };

/** So many names say which; more are only counted. */
const MOST_NAMED = 12;

/** How many parts are new, changed and the same, and which are not the same. */
export function changesInWords(changes: readonly PackageChange[]) {
  const named = (outcome: PackageChange['outcome']) => changes.filter((change) => change.outcome === outcome);
  const other = changes.filter(({ outcome }) => outcome !== 'kept').map(({ name }) => name);
  const rest = other.length - MOST_NAMED;
  const names = other.slice(0, MOST_NAMED).join(', ');
  return {
    added: named('added').length,
    changed: named('changed').length,
    kept: named('kept').length,
    which: rest > 0 ? `${names} and ${rest} more` : names
  };
}

/** The query of a report as the audit log keeps it: a name that was looked for is left out, and that one was is said. */
export function withoutNames(query: string): { query: string; searchedName?: true } {
  const pairs = [...new URLSearchParams(query)];
  const kept = pairs.filter(([field]) => field !== 'name');
  if (kept.length === pairs.length) return { query };
  return { query: new URLSearchParams(kept).toString(), searchedName: true };
}

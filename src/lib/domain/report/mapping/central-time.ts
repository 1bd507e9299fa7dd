const SIX_HOURS = 6 * 60 * 60 * 1000;

/**
 * An instant as PARS states it: `yyyy-mm-ddThh:mm:ss`, Central Standard Time assumed (cme-rules.md §2.2), six hours behind
 * UTC the year round.
 */
export function centralTime(instant: Date): string {
  return new Date(instant.getTime() - SIX_HOURS).toISOString().slice(0, 19);
}

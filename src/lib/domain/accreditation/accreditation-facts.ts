/** Under what an activity is offered. `demonstration` prints no accreditor's words. */
export type AccreditationFacts = {
  mode: 'demonstration' | 'accredited';
  /** A few words for a card, e.g. "Demonstration, not accredited". */
  label: string;
  statement: string;
  providerName: string | null;
};

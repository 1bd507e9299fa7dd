/**
 * What kind of evidence a reference is. `level` is that of the Oxford Centre for Evidence-Based Medicine for questions of
 * treatment benefit ("The Oxford 2011 Levels of Evidence", OCEBM Table); null: the table has no level for it.
 */
export const EVIDENCE_LEVELS = [
  { id: 'systematic-review', label: 'Systematic review of randomized trials', level: 1 },
  { id: 'randomized-trial', label: 'Randomized trial', level: 2 },
  { id: 'cohort-study', label: 'Controlled cohort or follow-up study', level: 3 },
  { id: 'case-series', label: 'Case series or case-control study', level: 4 },
  { id: 'mechanism', label: 'Mechanism-based reasoning, laboratory study', level: 5 },
  { id: 'guideline', label: 'Clinical practice guideline', level: null },
  { id: 'narrative-review', label: 'Narrative review', level: null },
  { id: 'regulatory', label: 'Label or decision of a regulator', level: null }
] as const;

/** What a form offers: the kinds of the list, and the one that a package brought in words of its own. */
export function evidenceChoices(held: string): { id: string; label: string }[] {
  const isOwn = held !== '' && EVIDENCE_LEVELS.every(({ id }) => id !== held);
  return [
    ...(isOwn ? [{ id: held, label: `${evidenceLabel(held)} (from its package)` }] : []),
    ...EVIDENCE_LEVELS
  ];
}

/** A kind of evidence with its level, e.g. `OCEBM 2 · Randomized trial`; a package may bring words of its own. */
export function evidenceLabel(id: string): string {
  const found = EVIDENCE_LEVELS.find((level) => level.id === id);
  if (!found) return id.replaceAll('-', ' ');
  return found.level === null ? found.label : `OCEBM ${found.level} · ${found.label}`;
}

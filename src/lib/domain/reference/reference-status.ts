/** How a publication stands with its journal (the verdicts of Crossref and Retraction Watch, cme-rules.md §6.3). */
export const REFERENCE_STATUSES = [
  { id: 'current', label: 'Current' },
  { id: 'corrected', label: 'Corrected' },
  { id: 'expression-of-concern', label: 'Expression of concern' },
  { id: 'retracted', label: 'Retracted' }
] as const;

export type ReferenceStatus = (typeof REFERENCE_STATUSES)[number]['id'];

/** A status in words. */
export const referenceStatusLabel = (status: ReferenceStatus): string =>
  REFERENCE_STATUSES.find(({ id }) => id === status)?.label ?? '';

/** The list goes from no doubt to all. */
const doubt = (status: ReferenceStatus) => REFERENCE_STATUSES.findIndex(({ id }) => id === status);

/** Whether a status casts more doubt than another. */
export const isWorse = (status: ReferenceStatus, than: ReferenceStatus): boolean =>
  doubt(status) > doubt(than);

/** Orders whatever has a status, the gravest first. */
export const gravestFirst = (one: { status: ReferenceStatus }, other: { status: ReferenceStatus }): number =>
  doubt(other.status) - doubt(one.status);

/** The status that a form names, or null. */
export const readReferenceStatus = (sent: string): ReferenceStatus | null =>
  REFERENCE_STATUSES.find(({ id }) => id === sent)?.id ?? null;

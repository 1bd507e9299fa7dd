/** A field of a MEDLINE record: its tag, e.g. `TI`, and what stands behind it. */
export type NbibField = { tag: string; value: string };

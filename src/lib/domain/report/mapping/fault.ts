import { faultFacts, type FaultKind, type MendPlace } from './fault-kinds.ts';
import { mendAt, type Mend, type MendSubject } from './mend.ts';
import { fieldFacts } from './report-fields.ts';
import type { ReportMapping } from './report-mapping.ts';

/** A reason for which a record is not ready. `column` null: it concerns the record as a whole. */
export type Found = { kind: FaultKind; column: string | null };

/** A fault in words: what is missing or wrong, why it matters, and where it is mended. */
export type Fault = Found & { what: string; why: string; mend: Mend };

/** Text is mended where it is kept, whatever the file cannot carry of it. */
function placeOf({ kind, column }: Found, { columns }: ReportMapping): MendPlace {
  const { place } = faultFacts(kind);
  const field = columns.find((one) => one.column === column)?.field;
  if (kind !== 'characters' || !field) return place;
  const { home } = fieldFacts(field);
  return home === 'report' ? 'mapping' : home;
}

/** A fault for people to read. */
export function describeFault(
  found: Found,
  { mapping, subject }: { mapping: ReportMapping; subject: MendSubject }
): Fault {
  const { title, why } = faultFacts(found.kind);
  return { ...found, what: title, why, mend: mendAt(placeOf(found, mapping), subject) };
}

import type { PastedRow } from '#lib/domain/reference/pasted-row.ts';
import type { ReferenceProblem } from '#lib/domain/reference/read-reference.ts';
import type { Executor } from '../db/index.ts';
import { findPasted } from './find-pasted.ts';
import { readPasted } from './read-pasted.ts';

export type Preview = { format: string; rows: PastedRow[]; problems: ReferenceProblem[] };

/** What adding a pasted text would add, with what the library holds already; nothing is written. */
export async function previewPasted(db: Executor, text: string): Promise<Preview> {
  const { format, references, problems } = readPasted(text);
  return { format, problems, rows: await findPasted(db, references) };
}

import {
  nextObjectiveCode,
  type ObjectiveEntry,
  type ObjectiveMove
} from '#lib/domain/activity/objective-list.ts';
import type { FieldProblem } from '#lib/domain/identity/field-problem.ts';
import { isUuid } from '#lib/domain/uuid.ts';
import { formText } from '../../../../form-text.ts';

function readMove(pressed: string): ObjectiveMove {
  const [kind, id = ''] = pressed.split(':', 2);
  return kind === 'up' || kind === 'down' || kind === 'remove' ? { kind, id } : null;
}

/** The problems with that of a new objective at its own field: it has no row yet. */
export const atTheirFields = (problems: FieldProblem[], entries: ObjectiveEntry[]): FieldProblem[] =>
  problems.map(({ field, message }) => {
    const hasRow = entries.some(({ id }) => field === `wording-${id}`);
    return { field: hasRow ? field : 'new', message };
  });

type Known = { entries: ObjectiveEntry[]; codesEver: string[] };

/**
 * The list as it was typed and what the pressed button does. `added` is the text of a new objective; a text whose
 * objective a colleague removed meanwhile comes back there.
 */
export function readObjectivesPost(data: FormData, known: Known) {
  const ids = data.getAll('id').filter((id): id is string => typeof id === 'string' && isUuid(id));
  const find = (id: string) => known.entries.find((candidate) => candidate.id === id);
  const entries = ids.flatMap((id) => {
    const entry = find(id);
    return entry ? [{ ...entry, wording: formText(data, `wording-${id}`) }] : [];
  });
  const orphans = ids.filter((id) => !find(id)).map((id) => formText(data, `wording-${id}`));
  const added = [formText(data, 'new'), ...orphans].filter((text) => text.trim() !== '').join(' ');
  const code = nextObjectiveCode(known.codesEver);
  return {
    entries,
    added,
    /** The list with the new objective at its end. */
    all: added === '' ? entries : [...entries, { id: crypto.randomUUID(), code, wording: added }],
    move: readMove(formText(data, 'press')),
    base: formText(data, 'base')
  };
}

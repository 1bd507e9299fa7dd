import {
  nextObjectiveCode,
  type ObjectiveEntry,
  type ObjectiveMove
} from '#lib/domain/activity/objective-list.ts';
import { isUuid } from '#lib/domain/uuid.ts';
import { formText } from '../../../../form-text.ts';

function readMove(pressed: string): ObjectiveMove {
  const [kind, id = ''] = pressed.split(':', 2);
  return kind === 'up' || kind === 'down' || kind === 'remove' ? { kind, id } : null;
}

/** The list as it was typed, with the new objective at its end, and what the pressed button does. */
export function readObjectivesPost(data: FormData, known: ObjectiveEntry[]) {
  const ids = data.getAll('id').filter((id): id is string => typeof id === 'string' && isUuid(id));
  const entries = ids.flatMap((id) => {
    const entry = known.find((candidate) => candidate.id === id);
    return entry ? [{ ...entry, wording: formText(data, `wording-${id}`) }] : [];
  });
  const added = formText(data, 'new');
  const code = nextObjectiveCode(known.map((entry) => entry.code));
  if (added.trim() !== '') entries.push({ id: crypto.randomUUID(), code, wording: added });
  return { entries, move: readMove(formText(data, 'press')), base: formText(data, 'base') };
}

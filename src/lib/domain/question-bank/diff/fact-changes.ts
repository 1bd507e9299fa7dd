import type { ItemDraft } from '../item-draft.ts';
import { changedFact, type TwoVersions } from './words.ts';

/** Objective, difficulty and the other facts of an item that changed, in plain words. */
export function factChanges(
  { before, after }: TwoVersions,
  objectiveNames: ReadonlyMap<string, string>
): string[] {
  const objective = ({ objectiveId }: ItemDraft) =>
    objectiveId === null ? '' : (objectiveNames.get(objectiveId) ?? objectiveId);
  const number = ({ select }: ItemDraft) => (select === null ? '' : String(select));
  const pretest = after.usableInPretest
    ? 'Can be used in the pre-test now'
    : 'No longer used in the pre-test';
  const changed = (name: string, wordsOf: (draft: ItemDraft) => string) =>
    changedFact(name, { before: wordsOf(before), after: wordsOf(after) });
  return [
    ...changed('Objective', objective),
    ...changed('Difficulty', ({ difficulty }) => difficulty),
    ...(before.type === after.type ? changed('Options to choose', number) : []),
    ...changed('Unit', ({ unit }) => unit),
    ...changed('Section to reread', ({ lessonSection }) => lessonSection ?? ''),
    ...(before.usableInPretest === after.usableInPretest ? [] : [pretest])
  ];
}

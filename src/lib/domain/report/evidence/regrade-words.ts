import { decisionInWords } from '#lib/domain/attempt/decision-words.ts';
import { outcomeUnderRegrade } from '#lib/domain/attempt/outcome-under-regrade.ts';
import type { Regrade } from '#lib/domain/attempt/regrade.ts';
import type { FrozenAttempt, FrozenPlace, FrozenRegrade, FrozenScoreChange } from './frozen-attempt.ts';
import { instantWords } from './evidence-block.ts';

function toRegrade({ kind, accepted, keyItem }: FrozenRegrade): Regrade {
  if (kind === 'accept-key') return { kind, accepted };
  if (kind !== 'new-key') return { kind };
  if (keyItem === null) throw new Error('A regrade by a later key names the version of that key.');
  return { kind, by: keyItem };
}

/** The regrade at a place that is in force, or null. */
export const inForceAt = ({ position }: FrozenPlace, { regrades }: FrozenAttempt): FrozenRegrade | null =>
  regrades.find((regrade) => regrade.position === position && regrade.undoneAt === null) ?? null;

const OUTCOMES = {
  correct: 'Correct',
  'not-correct': 'Not correct',
  'not-answered': 'Not answered',
  'not-counted': 'Does not count'
};

/** What a place came to under the regrade that is in force, and when its response was saved. */
export function outcomeWords(
  { response, correct, answeredAt }: FrozenPlace,
  regrade: FrozenRegrade | null
): string {
  const outcome = OUTCOMES[outcomeUnderRegrade(response === null ? null : correct === true, regrade)];
  return answeredAt === null ? outcome : `${outcome}, saved at ${instantWords(answeredAt)}`;
}

const passWords = (passed: boolean | null) => (passed === null ? '' : passed ? ', passed' : ', not passed');

function changeWords(change: FrozenScoreChange | undefined, total: number): string {
  if (change === undefined) return 'It did not change this attempt.';
  const before = `${change.correctBefore} of ${total - change.droppedBefore}${passWords(change.passedBefore)}`;
  const after = `${change.correctAfter} of ${total - change.droppedAfter}${passWords(change.passedAfter)}`;
  return `It changed this attempt from ${before}, to ${after}.`;
}

function linesOf(regrade: FrozenRegrade, place: FrozenPlace, total: number): string[] {
  const { decidedAt, decidedBy, reason, undoneAt, undoneBy, undoReason, changes } = regrade;
  const changed = (isUndo: boolean) =>
    changeWords(
      changes.find((change) => change.isUndo === isUndo),
      total
    );
  const decision = decisionInWords(toRegrade(regrade), { item: place.item, order: place });
  const decided = `Regraded at ${instantWords(decidedAt)} by ${decidedBy}: ${decision} Reason: ${reason} ${changed(false)}`;
  if (undoneAt === null) return [decided];
  const undone = `Regrade taken back at ${instantWords(undoneAt)} by ${undoneBy ?? ''}. Reason: ${undoReason ?? ''} ${changed(true)}`;
  return [decided, undone];
}

/** Every decision about the item of a place, and every one that was taken back, with what it did to the attempt. */
export function regradeWords(place: FrozenPlace, { regrades, itemsTotal }: FrozenAttempt): string[] {
  return regrades
    .filter(({ position }) => position === place.position)
    .flatMap((regrade) => linesOf(regrade, place, itemsTotal));
}

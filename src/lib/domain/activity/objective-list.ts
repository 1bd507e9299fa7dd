import type { FieldProblem } from '../identity/field-problem.ts';
import { failure, success, type Result } from '../result.ts';
import { tidyText } from '../tidy-text.ts';

/** A learning objective of a version. `code` names it in blueprints and packages, e.g. `LO1`. */
export type ObjectiveEntry = { id: string; code: string; wording: string };

/** Where an objective is used, so that it cannot be removed unseen. */
export type ObjectiveUses = { objectiveId: string; sections: number; items: number; cells: number };

/** What the pressed button does beside saving; `null`: only save. */
export type ObjectiveMove = { kind: 'up' | 'down' | 'remove'; id: string } | null;

const LONGEST = 400;

/**
 * Verbs of states of mind, which nobody can observe, so no item can test them (Bloom's taxonomy as revised by Anderson
 * and Krathwohl, 2001, asks for observable ones).
 */
const UNMEASURABLE = /^(understand|know|learn|appreciate|be aware|become familiar|realize|believe)\b/i;

/** A hint for wording that cannot be tested, or null. It advises. */
export function objectiveHint(wording: string): string | null {
  const found = UNMEASURABLE.exec(wording.trim())?.[0];
  return found === undefined
    ? null
    : `Nobody can see whether a learner does “${found.toLowerCase()}”. Begin with what they can then do: differentiate, explain, choose, appraise.`;
}

/** The next free code, e.g. `LO5`. */
export function nextObjectiveCode(codes: string[]): string {
  const numbers = codes.map((code) => Number(/^LO(\d+)$/.exec(code)?.[1] ?? 0));
  return `LO${Math.max(0, ...numbers) + 1}`;
}

/** Checks the wordings; field names are `wording-<id>`. */
export function parseWordings(entries: ObjectiveEntry[]): Result<ObjectiveEntry[], FieldProblem[]> {
  const problems = entries.flatMap(({ id, code, wording }) => {
    const text = tidyText(wording);
    if (text === '')
      return [{ field: `wording-${id}`, message: `Write the wording of ${code}, or remove it` }];
    return text.length > LONGEST
      ? [
          {
            field: `wording-${id}`,
            message: `Shorten ${code} to ${LONGEST} characters. It has ${text.length}`
          }
        ]
      : [];
  });
  if (problems.length > 0) return failure(problems);
  return success(
    entries.map((entry) => ({ ...entry, wording: tidyText(entry.wording).replaceAll('\n', ' ') }))
  );
}

/** The list after the button: moved one place, or without the entry. */
export function moveObjective(entries: ObjectiveEntry[], move: ObjectiveMove): ObjectiveEntry[] {
  const from = entries.findIndex(({ id }) => id === move?.id);
  const entry = entries[from];
  if (move === null || entry === undefined) return entries;
  const rest = entries.toSpliced(from, 1);
  if (move.kind === 'remove') return rest;
  const to = Math.min(Math.max(from + (move.kind === 'up' ? -1 : 1), 0), rest.length);
  return rest.toSpliced(to, 0, entry);
}

/** Why an objective cannot be removed, or null. */
export function inUseWords(uses: ObjectiveUses | undefined): string | null {
  if (!uses) return null;
  const parts = [
    uses.sections > 0 && `${uses.sections} ${uses.sections === 1 ? 'section' : 'sections'}`,
    uses.items > 0 && `${uses.items} ${uses.items === 1 ? 'item' : 'items'}`,
    uses.cells > 0 && `${uses.cells} ${uses.cells === 1 ? 'cell of a blueprint' : 'cells of blueprints'}`
  ].filter((part) => part !== false);
  return parts.length === 0 ? null : parts.join(', ');
}

import type { FieldProblem } from '../identity/field-problem.ts';
import type { ItemForm } from './item-form.ts';
import type { LintContext } from './lint/lint-context.ts';
import type { LintOverride } from './lint/open-findings.ts';
import type { TextDiff } from './text-diff.ts';

/** Text that a save took out of a version. A null name is the package with which the item came. Instants are UTC. */
export type KeptCopy = {
  id: string;
  version: number;
  reason: 'overwritten' | 'set-aside' | 'type-changed';
  byName: string | null;
  keptAt: Date;
};

/** What the editor shows of a version, besides what its author chooses from. */
export type ItemEditorView = {
  itemId: string;
  versionId: string;
  revision: number;
  form: ItemForm;
  /** The tags of the item when the page was made. */
  tags: string[];
  lintContext: LintContext;
  overrides: LintOverride[];
  /** When somebody last changed it, and who; null: it stands as its package brought it. */
  edited: { at: Date; by: string | null } | null;
  copies: KeptCopy[];
};

/** Somebody saved another draft first: theirs, and what differs from it to mine. */
export type DraftConflict = {
  theirs: ItemForm;
  revision: number;
  byName: string;
  /** In plain words: key, options, references and other facts. */
  changes: string[];
  texts: TextDiff[];
};

/** A form that was not saved, as it was typed, and why. `find`: what was to be searched for in the library. */
export type RefusedItem = {
  form: ItemForm;
  find: string;
  problems: FieldProblem[];
  conflict: DraftConflict | null;
};

/** What became of a save. `savedAt`: ISO 8601. */
export type DraftAnswer =
  | { kind: 'saved'; revision: number; savedAt: string }
  | { kind: 'conflict'; conflict: DraftConflict }
  | { kind: 'refused'; problems: FieldProblem[] }
  | { kind: 'signed-out' }
  | { kind: 'unanswered' };

const REASONS: Record<KeptCopy['reason'], string> = {
  overwritten: 'saved over by somebody else',
  'set-aside': 'set aside for the other version',
  'type-changed': 'before the type was changed'
};

/** Why a copy was kept, e.g. "Version 2 by Ana Müller, saved over by somebody else". */
export const copyInWords = ({ version, byName, reason }: KeptCopy): string =>
  `Version ${version} by ${byName ?? 'its package'}, ${REASONS[reason]}`;

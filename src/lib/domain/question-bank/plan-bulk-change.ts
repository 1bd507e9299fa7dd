import type { ItemStatus } from './item-status.ts';

export const BULK_KINDS = ['add-tag', 'remove-tag', 'objective', 'difficulty', 'bank', 'state'] as const;

/** One change of many items. `value`: the tag, the objective's id, the difficulty, the bank's id, or the step. */
export type BulkChange = { kind: (typeof BULK_KINDS)[number]; value: string };

/** The steps of `state`. */
export const BULK_STEPS = ['submit', 'withdraw', 'retire'] as const;

/** As many items as one bulk change takes: more are refused, never left out in silence. */
export const MOST_ITEMS = 5_000;

/** An item as far as a bulk change asks: its newest version, and what stands in the way of this change. */
export type BulkFacts = {
  itemId: string;
  externalId: string;
  bankId: string;
  versionId: string;
  status: ItemStatus;
  revision: number;
  objectiveId: string | null;
  difficulty: string;
  hasTag: boolean;
  /** Whether the person wrote in the version. */
  isAuthor: boolean;
  lintErrors: number;
  /** A finding that needs a recorded reason, or a citation that keeps it from review. */
  needsCare: boolean;
  /** Whether the bank to which it would move has another item with its id. */
  idIsTaken: boolean;
};

/** `in-place`; `next-version`: a draft after the live one; `back-to-draft`: out of review, approvals void. */
export type BulkEffect = 'in-place' | 'next-version' | 'back-to-draft' | 'none' | 'refused';

export type PlannedItem = { facts: BulkFacts; effect: BulkEffect; why: string };

/** An edit of the content: a live version stays as it is, and gets a next one. */
function editEffect(status: ItemStatus): Pick<PlannedItem, 'effect' | 'why'> {
  switch (status) {
    case 'draft':
    case 'changes-asked':
      return { effect: 'in-place', why: '' };
    case 'in-review':
    case 'approved':
      return { effect: 'back-to-draft', why: '' };
    case 'live':
      return { effect: 'next-version', why: '' };
    case 'retired':
      return { effect: 'refused', why: 'it is retired' };
    default:
      return status satisfies never;
  }
}

const done: Pick<PlannedItem, 'effect' | 'why'> = { effect: 'in-place', why: '' };
const none: Pick<PlannedItem, 'effect' | 'why'> = { effect: 'none', why: '' };
const refused = (why: string): Pick<PlannedItem, 'effect' | 'why'> => ({ effect: 'refused', why });

function submitEffect({ status, lintErrors, needsCare }: BulkFacts) {
  if (status !== 'draft' && status !== 'changes-asked') return refused('it is no draft');
  if (lintErrors > 0) return refused('it has writing flaws of level error');
  return needsCare
    ? refused('it needs a look by itself: a finding wants a reason, or a citation is in doubt')
    : done;
}

function stepEffect(facts: BulkFacts, step: string): Pick<PlannedItem, 'effect' | 'why'> {
  if (step === 'submit') return submitEffect(facts);
  if (step === 'withdraw') {
    const isOut = facts.status === 'in-review' || facts.status === 'approved';
    if (!isOut) return refused('it is not in review');
    return facts.isAuthor ? { effect: 'back-to-draft', why: '' } : refused('somebody else wrote it');
  }
  if (step === 'retire') return facts.status === 'live' ? done : refused('its newest version is not live');
  return refused('there is no such step');
}

function effectOf(facts: BulkFacts, { kind, value }: BulkChange): Pick<PlannedItem, 'effect' | 'why'> {
  switch (kind) {
    case 'add-tag':
      return facts.hasTag ? none : done;
    case 'remove-tag':
      return facts.hasTag ? done : none;
    case 'objective':
      return facts.objectiveId === value ? none : editEffect(facts.status);
    case 'difficulty':
      return facts.difficulty === value ? none : editEffect(facts.status);
    case 'bank':
      if (facts.bankId === value) return none;
      return facts.idIsTaken ? refused(`the bank has another ${facts.externalId}`) : done;
    case 'state':
      return stepEffect(facts, value);
    default:
      return kind satisfies never;
  }
}

/** What a change does to each item. Live versions never change: an edit makes the next one. */
export function planBulkChange(items: BulkFacts[], change: BulkChange): PlannedItem[] {
  return items.map((facts) => ({ facts, ...effectOf(facts, change) }));
}

/**
 * Whether the change writes in the versions that it touches, so that whoever makes it counts as their author and cannot
 * approve them (ux.md §8: approvals by people other than the author). Tags, banks and steps of review are not content.
 */
export const writesContent = ({ kind }: BulkChange): boolean => kind === 'objective' || kind === 'difficulty';

/** The items that a plan changes. */
export const changedItems = (plan: PlannedItem[]): PlannedItem[] =>
  plan.filter(({ effect }) => effect !== 'none' && effect !== 'refused');

/** Whether the change can be undone: a version that retired never comes back, its item gets a next one. */
export const canBeUndone = ({ kind, value }: BulkChange): boolean => kind !== 'state' || value !== 'retire';

/** What was done to one item, so that it can be undone. `revision`: of the version after the change. */
export type BulkEntry = {
  itemId: string;
  versionId: string;
  effect: string;
  /** Objective, difficulty or bank before; null where there was none. */
  before: string | null;
  /** The state before; absent in entries of earlier programs. */
  status?: ItemStatus;
  revision: number | null;
};

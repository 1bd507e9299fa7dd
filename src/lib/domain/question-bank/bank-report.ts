import type { Difficulty } from './item-draft.ts';
import { ITEM_STATUSES, type ItemStatus } from './item-status.ts';
import type { ItemType } from './keyed-item.ts';
import { keyBalance, type KeyBalance, type PlacedKey } from './key-balance.ts';
import { lintBank, type BankFinding } from './lint/bank-lint.ts';

/** A version of an item of the bank: the newest, the live one, or both. Lengths are in characters. */
export type BankVersion = {
  itemId: string;
  externalId: string;
  status: ItemStatus;
  isNewest: boolean;
  type: ItemType;
  objectiveId: string | null;
  difficulty: Difficulty;
  usableInPretest: boolean;
  lintErrors: number;
  lintWarnings: number;
  lintRules: string[];
  options: number;
  /** From 1; null where no option is a key. */
  keyPosition: number | null;
  keyLength: number | null;
  longestDistractor: number | null;
};

/** What a form asks the bank for. */
export type AskedCell = {
  assessmentId: string;
  /** E.g. "Assessment (draft of version 0.2.0)". */
  assessment: string;
  pretestItemsOnly: boolean;
  objectiveId: string;
  difficulty: Difficulty | 'any';
  count: number;
};

/** A cell of a blueprint that the live items cannot fill. */
export type BlueprintGap = Pick<AskedCell, 'assessment' | 'objectiveId' | 'difficulty'> & {
  asked: number;
  live: number;
};

export type NamedItem = { itemId: string; externalId: string };

export type BankReport = {
  statuses: { status: ItemStatus; count: number }[];
  balance: KeyBalance;
  findings: BankFinding[];
  /** Live items by objective id and difficulty. */
  live: { objectiveId: string | null; difficulty: Difficulty; count: number }[];
  gaps: BlueprintGap[];
  /** Newest versions with a finding, hints too, by rule. */
  flaws: { rule: string; items: NamedItem[] }[];
};

const placedKey = ({ options, keyPosition, keyLength, longestDistractor }: BankVersion): PlacedKey[] =>
  keyPosition === null || options < 2
    ? []
    : [{ options, keyPosition, isLongest: (keyLength ?? 0) > (longestDistractor ?? 0) }];

/** Live items that fill a cell. A cell of any difficulty takes what the others of its objective leave. */
function gapsOf(cells: AskedCell[], live: BankVersion[]): BlueprintGap[] {
  const isForPretest = cells.some(({ pretestItemsOnly }) => pretestItemsOnly);
  const usable = live.filter(({ usableInPretest }) => usableInPretest || !isForPretest);
  return cells.flatMap(({ assessment, objectiveId, difficulty, count }) => {
    const ofObjective = usable.filter((version) => version.objectiveId === objectiveId);
    const fitting = ofObjective.filter(
      (version) => difficulty === 'any' || version.difficulty === difficulty
    );
    const taken = cells.filter((cell) => cell.objectiveId === objectiveId && cell.difficulty !== 'any');
    const elsewhere = difficulty === 'any' ? taken.reduce((sum, cell) => sum + cell.count, 0) : 0;
    const free = Math.max(0, fitting.length - elsewhere);
    return free < count ? [{ assessment, objectiveId, difficulty, asked: count, live: free }] : [];
  });
}

function flawsOf(newest: BankVersion[]): BankReport['flaws'] {
  const rules = [...new Set(newest.flatMap(({ lintRules }) => lintRules))].toSorted();
  return rules.map((rule) => ({
    rule,
    items: newest
      .filter(({ lintRules }) => lintRules.includes(rule))
      .map(({ itemId, externalId }) => ({ itemId, externalId }))
  }));
}

function liveCounts(live: BankVersion[]): BankReport['live'] {
  const groups = Map.groupBy(live, ({ objectiveId, difficulty }) => `${objectiveId ?? ''} ${difficulty}`);
  return [...groups.values()].flatMap((group) =>
    group.slice(0, 1).map(({ objectiveId, difficulty }) => ({ objectiveId, difficulty, count: group.length }))
  );
}

/** The state of a bank: what is there, how its keys are spread, what forms ask for in vain, and which items are flawed. */
export function bankReport(versions: BankVersion[], asked: AskedCell[]): BankReport {
  const newest = versions.filter(({ isNewest }) => isNewest);
  const inUse = newest.filter(({ status }) => status !== 'retired');
  const live = versions.filter(({ status }) => status === 'live');
  const balance = keyBalance(inUse.filter(({ type }) => type === 'single').flatMap(placedKey));
  return {
    statuses: ITEM_STATUSES.map((status) => ({
      status,
      count: newest.filter((version) => version.status === status).length
    })),
    balance,
    findings: lintBank(balance),
    live: liveCounts(live),
    gaps: [...Map.groupBy(asked, ({ assessmentId }) => assessmentId).values()].flatMap((cells) =>
      gapsOf(cells, live)
    ),
    flaws: flawsOf(inUse)
  };
}

import * as v from 'valibot';
import type { ItemDraft } from '#lib/domain/question-bank/item-draft.ts';
import type { RecordedReason } from '#lib/domain/question-bank/lint/open-findings.ts';
import { storable } from './schema-parts.ts';

const words = v.union([storable, v.pipe(v.number(), v.transform(String))]);

/** Text that may be missing: the lint says so where it matters. Numbers are taken as they are written. */
const text = v.nullish(words, '');

/** As many as an item of a package may hold. */
const MOST_ENTRIES = 26;

const list = <Entries extends v.ObjectEntries>(entries: Entries) =>
  v.nullish(
    v.pipe(v.array(v.object(entries)), v.maxLength(MOST_ENTRIES, `must hold at most ${MOST_ENTRIES}`)),
    []
  );

const citation = {
  reference: text,
  locator: text,
  supports: text,
  passage: v.nullish(v.object({ kind: v.nullish(v.picklist(['quote', 'paraphrase']), 'paraphrase'), text }), {
    kind: 'paraphrase',
    text: ''
  }),
  verification: v.nullish(v.picklist(['verified', 'source-page', 'needs-expert-review']), 'verified'),
  url: text
};

const option = {
  id: text,
  text,
  rationale: text,
  correct: v.nullish(v.boolean(), null),
  match: v.nullish(v.string(), null),
  position: v.nullish(v.number(), null),
  tolerance: v.nullish(words, null)
};

const TYPES = ['single', 'multiple', 'matching', 'ordering', 'true-false', 'numeric', 'short-text'] as const;

/** An item of items.json in whatever state: what the package asks for and this does not, the lint or the import says. */
const itemSchema = v.object({
  id: text,
  bank: text,
  type: v.picklist(TYPES),
  stem: text,
  select: v.nullish(v.number(), null),
  unit: text,
  keyPoint: text,
  objective: text,
  difficulty: v.nullish(v.picklist(['easy', 'medium', 'hard']), 'medium'),
  lessonSection: v.nullish(v.string(), null),
  pretest: v.nullish(v.boolean(), false),
  options: list(option),
  targets: list({ id: text, text, rationale: text }),
  citations: list(citation),
  setAside: v.nullish(v.array(v.object({ rule: text, place: text, what: text, reason: text })), [])
});

export type LenientItem = {
  id: string;
  bank: string;
  draft: ItemDraft;
  /** The warnings that may stay, as the package says, each with its reason. */
  setAside: RecordedReason[];
};

function toDraft(item: v.InferOutput<typeof itemSchema>): ItemDraft {
  const isSingle = item.type === 'single' || item.type === 'true-false';
  return {
    type: item.type,
    stem: item.stem,
    select: item.select ?? (isSingle ? 1 : null),
    unit: item.unit,
    keyPoint: item.keyPoint,
    objectiveId: item.objective === '' ? null : item.objective,
    difficulty: item.difficulty,
    lessonSection: item.lessonSection,
    usableInPretest: item.pretest,
    options: item.options.map(({ correct, match, position, ...each }) => ({
      ...each,
      isKey: correct,
      matchTargetId: match,
      keyPosition: position
    })),
    targets: item.targets,
    citations: item.citations.map(({ reference, passage, ...each }) => ({
      ...each,
      citationKey: reference,
      passageKind: passage.kind,
      passage: passage.text
    }))
  };
}

function whyOf(issue: v.BaseIssue<unknown>): string {
  if (issue.received === 'undefined') return 'It is missing.';
  return issue.kind === 'schema'
    ? `Expected ${issue.expected ?? 'another value'}, found ${issue.received}.`
    : `It ${issue.message}.`;
}

/** Reads an item of a package for the lint: everything may be missing, nothing may be of the wrong kind. Never throws. */
export function readLenientItem(value: unknown): LenientItem | { issues: { where: string; why: string }[] } {
  const parsed = v.safeParse(itemSchema, value);
  if (parsed.success) {
    const { id, bank, setAside } = parsed.output;
    return { id, bank, draft: toDraft(parsed.output), setAside };
  }
  return {
    issues: parsed.issues.map((issue) => ({ where: v.getDotPath(issue) ?? 'item', why: whyOf(issue) }))
  };
}

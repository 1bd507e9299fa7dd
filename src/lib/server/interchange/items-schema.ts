import * as v from 'valibot';
import { identifier, positive, slug, text, webAddress, words } from './schema-parts.ts';

const citation = v.strictObject({
  reference: identifier,
  locator: v.nullable(text),
  supports: text,
  passage: v.strictObject({ kind: v.picklist(['quote', 'paraphrase']), text }),
  verification: v.picklist(['verified', 'source-page', 'needs-expert-review']),
  url: v.optional(webAddress)
});

const tag = v.pipe(
  words,
  v.maxLength(100, 'must be at most 100 characters'),
  v.check((value) => value === value.trim().toLowerCase(), 'must be in lower case, without spaces around it')
);

/** A warning of the lint that may stay: what it says, word for word, and why. */
const setAside = v.strictObject({ rule: words, place: words, what: words, reason: words });

const common = {
  id: identifier,
  bank: identifier,
  stem: text,
  keyPoint: text,
  objective: v.nullable(identifier),
  difficulty: v.picklist(['easy', 'medium', 'hard']),
  citations: v.array(citation),
  lessonSection: v.nullable(slug),
  pretest: v.boolean(),
  pairedWith: v.nullable(identifier),
  status: v.picklist(['reviewed', 'draft']),
  reviewNote: v.optional(text, ''),
  tags: v.optional(v.array(tag)),
  setAside: v.optional(v.array(setAside))
};

const options = <Part extends v.ObjectEntries>(part: Part) =>
  v.pipe(
    v.array(v.strictObject({ id: identifier, text, rationale: text, ...part })),
    v.maxLength(26, 'must hold at most 26 options')
  );

const target = v.strictObject({ id: identifier, text, rationale: v.optional(text) });

const chosen = options({ correct: v.nullable(v.boolean()) });

const unasked = v.optional(v.null('must be null: only items of which options are chosen have it'), null);

/**
 * items.json. An item of status `draft` may lack anything; what a reviewed one must have is checked apart. An unknown
 * field is refused, since it would be lost.
 */
export const itemsSchema = v.array(
  v.variant('type', [
    v.strictObject({ ...common, type: v.literal('single'), select: v.literal(1), options: chosen }),
    v.strictObject({ ...common, type: v.literal('true-false'), select: v.literal(1), options: chosen }),
    v.strictObject({ ...common, type: v.literal('multiple'), select: positive, options: chosen }),
    v.strictObject({
      ...common,
      type: v.literal('matching'),
      select: unasked,
      options: options({ match: v.nullable(identifier) }),
      targets: v.pipe(v.array(target), v.maxLength(26, 'must hold at most 26 targets'))
    }),
    v.strictObject({
      ...common,
      type: v.literal('ordering'),
      select: unasked,
      options: options({ position: v.nullable(positive) })
    }),
    v.strictObject({
      ...common,
      type: v.literal('numeric'),
      select: unasked,
      unit: v.optional(text, ''),
      options: options({ correct: v.nullable(v.boolean()), tolerance: v.nullable(text) })
    }),
    v.strictObject({ ...common, type: v.literal('short-text'), select: unasked, options: chosen })
  ])
);

export type ItemEntry = v.InferOutput<typeof itemsSchema>[number];

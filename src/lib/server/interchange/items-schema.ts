import * as v from 'valibot';
import { identifier, positive, slug, webAddress, words } from './schema-parts.ts';

const citation = v.object({
  reference: identifier,
  locator: v.nullable(words),
  supports: words,
  passage: v.object({ kind: v.picklist(['quote', 'paraphrase']), text: words }),
  verification: v.picklist(['verified', 'source-page', 'needs-expert-review']),
  url: v.optional(webAddress)
});

const common = {
  id: identifier,
  bank: v.picklist(['practice', 'assessment']),
  stem: words,
  keyPoint: words,
  objective: identifier,
  difficulty: v.picklist(['easy', 'medium', 'hard']),
  citations: v.pipe(v.array(citation), v.minLength(1, 'must cite at least one reference')),
  lessonSection: v.nullable(slug),
  pretest: v.boolean(),
  pairedWith: v.nullable(identifier),
  status: v.picklist(['reviewed', 'draft'])
};

const option = { id: identifier, text: words, rationale: words };

const options = <Part extends v.ObjectEntries>(part: Part) =>
  v.pipe(
    v.array(v.object({ ...option, ...part })),
    v.minLength(2, 'must hold at least two options'),
    v.maxLength(26, 'must hold at most 26 options')
  );

const target = v.object({ id: identifier, text: words, rationale: v.optional(words) });

/** items.json. */
export const itemsSchema = v.array(
  v.variant('type', [
    v.object({
      ...common,
      type: v.literal('single'),
      select: positive,
      options: options({ correct: v.boolean() })
    }),
    v.object({
      ...common,
      type: v.literal('multiple'),
      select: positive,
      options: options({ correct: v.boolean() })
    }),
    v.object({
      ...common,
      type: v.literal('matching'),
      options: options({ match: identifier }),
      targets: v.pipe(v.array(target), v.minLength(2, 'must hold at least two targets'))
    }),
    v.object({ ...common, type: v.literal('ordering'), options: options({ position: positive }) })
  ])
);

export type ItemEntry = v.InferOutput<typeof itemsSchema>[number];

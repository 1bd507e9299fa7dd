import * as v from 'valibot';
import { identifier, positive, slug, storable, text, words } from './schema-parts.ts';

/** Where in a reference, and which passage, the mentions of the section lean on. */
const citation = v.strictObject({
  reference: identifier,
  locator: v.optional(v.pipe(storable, v.maxLength(200, 'must be at most 200 characters'))),
  passage: v.optional(v.strictObject({ kind: v.picklist(['quote', 'paraphrase']), text }))
});

/** The front matter of a lesson section. */
export const frontMatterSchema = v.strictObject({
  slug,
  title: words,
  objectives: v.array(identifier),
  minutes: positive,
  citations: v.optional(v.array(citation))
});

export type FrontMatter = v.InferOutput<typeof frontMatterSchema>;

import * as v from 'valibot';
import { isReferenceType } from '#lib/domain/reference/reference-types.ts';
import {
  calendarDate,
  identifier,
  keepingOthers,
  positive,
  storable,
  text,
  webAddress,
  words
} from './schema-parts.ts';

/** Of names and dates too, what is not read is kept: `circa`, `season`, `isInstitution` and the like. */
const name = v.pipe(
  v.looseObject({
    'non-dropping-particle': v.exactOptional(text),
    'dropping-particle': v.exactOptional(text),
    family: v.exactOptional(words),
    given: v.exactOptional(words),
    suffix: v.exactOptional(words),
    literal: v.exactOptional(words)
  }),
  v.check(
    (value) => value.family !== undefined || value.literal !== undefined,
    'must have a family name or a literal one'
  )
);

const dates = v.looseObject({
  'date-parts': v.pipe(v.array(v.array(v.number())), v.minLength(1, 'must hold a date'))
});

/** The part of CSL-JSON that is stored (domain/reference/csl-reference.ts). */
const cslEntries = {
  id: identifier,
  type: v.pipe(
    v.string(),
    v.check(isReferenceType, 'must be a kind such as article-journal, book or webpage')
  ),
  title: words,
  author: v.exactOptional(v.array(name)),
  editor: v.exactOptional(v.array(name)),
  'container-title': v.exactOptional(words),
  'container-title-short': v.exactOptional(words),
  issued: v.exactOptional(dates),
  volume: v.exactOptional(words),
  issue: v.exactOptional(words),
  page: v.exactOptional(words),
  publisher: v.exactOptional(words),
  'publisher-place': v.exactOptional(words),
  edition: v.exactOptional(words),
  genre: v.exactOptional(words),
  number: v.exactOptional(words),
  DOI: v.exactOptional(
    v.pipe(storable, v.regex(/^10\.\d{4,9}\/\S+$/, 'must be a DOI such as 10.1038/nature21349'))
  ),
  PMID: v.exactOptional(v.pipe(v.string(), v.regex(/^\d{1,9}$/, 'must be digits'))),
  PMCID: v.exactOptional(v.pipe(v.string(), v.regex(/^PMC\d{1,9}$/, 'must be PMC and digits'))),
  URL: v.exactOptional(webAddress),
  accessed: v.exactOptional(dates),
  language: v.exactOptional(words)
};

/** What Footnote keeps beside the CSL. Fields that nothing here reads are kept. */
const custom = keepingOthers({
  /** Its place in the printed list; what has none is cited by items only. */
  number: v.exactOptional(positive),
  authorsTruncated: v.optional(v.boolean(), false),
  evidenceLevel: v.exactOptional(text),
  reviewDueOn: v.exactOptional(calendarDate),
  status: v.exactOptional(v.picklist(['current', 'corrected', 'expression-of-concern', 'retracted'])),
  statusNote: v.exactOptional(text)
});

/** references.json: CSL-JSON with its number in the printed list under `custom`. */
export const referencesSchema = v.array(keepingOthers({ ...cslEntries, custom }));

export type ReferenceEntry = v.InferOutput<typeof referencesSchema>[number];

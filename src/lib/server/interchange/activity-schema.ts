import * as v from 'valibot';
import { calendarDate, identifier, positive, slug, wholePercent, words } from './schema-parts.ts';

const assessmentKind = v.picklist(['pre-test', 'practice', 'assessment']);

const assessment = v.object({
  id: identifier,
  kind: assessmentKind,
  title: words,
  bank: v.picklist(['practice', 'assessment']),
  onlyPretestItems: v.boolean(),
  blueprint: v.pipe(
    v.array(v.object({ objective: identifier, count: positive })),
    v.minLength(1, 'must name at least one objective')
  ),
  totalItems: positive,
  alwaysInclude: v.optional(v.array(identifier)),
  feedback: v.picklist(['none', 'after-each-item', 'after-submission']),
  showScore: v.boolean(),
  passingStandard: v.nullable(wholePercent),
  maxAttempts: v.nullable(positive),
  requiredForCompletion: v.boolean()
});

const person = v.object({ name: words });

const sectionListing = v.object({
  slug,
  file: v.pipe(v.string(), v.regex(/^lesson\/[\w-]+\.md$/, 'must name a file such as lesson/01-overview.md')),
  title: words,
  objectives: v.array(identifier),
  minutes: positive
});

/** product.md, promise 8: what a package may claim by itself. Accredited wording is attested by an admin. */
const accreditation = v.object({
  mode: v.literal(
    'demonstration',
    'must be "demonstration": accredited credit is set up and attested by an admin'
  ),
  provider: v.null('must be null: accredited credit is set up and attested by an admin'),
  statement: words,
  label: words
});

/** activity.json. */
export const activitySchema = v.pipe(
  v.object({
    schemaVersion: v.literal(1, 'must be 1, the only version of this form'),
    slug,
    version: v.pipe(v.string(), v.regex(/^\d+\.\d+\.\d+$/, 'must be a version such as 0.1.0')),
    title: words,
    summary: words,
    audience: v.pipe(v.array(words), v.minLength(1, 'must name at least one audience')),
    audienceNote: words,
    learningObjectives: v.pipe(
      v.array(v.object({ id: identifier, text: words })),
      v.minLength(1, 'must state at least one objective')
    ),
    format: v.literal('enduring-material', 'must be "enduring-material", the only format so far'),
    estimatedMinutes: positive,
    releaseDate: calendarDate,
    reviewDate: calendarDate,
    expiryDate: calendarDate,
    accreditation,
    credit: v.object({ maximumQuarterCredits: positive }),
    authors: v.array(person),
    reviewers: v.array(person),
    disclosures: v.array(v.object({ name: words, role: words, relationships: words })),
    disclosureStatement: words,
    commercialSupport: v.object({ statement: words }),
    medicalDisclaimer: words,
    lessonSections: v.pipe(v.array(sectionListing), v.minLength(1, 'must list at least one section')),
    assessments: v.pipe(v.array(assessment), v.minLength(1, 'must hold at least one assessment'))
  }),
  v.check(
    ({ releaseDate, reviewDate, expiryDate }) => releaseDate <= reviewDate && reviewDate <= expiryDate,
    'must have releaseDate, reviewDate and expiryDate in this order'
  )
);

/** The front matter of a lesson section. */
export const frontMatterSchema = v.object({
  slug,
  title: words,
  objectives: v.array(identifier),
  minutes: positive
});

export type ActivityFile = v.InferOutput<typeof activitySchema>;

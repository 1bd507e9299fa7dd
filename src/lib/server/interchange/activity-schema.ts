import * as v from 'valibot';
import { LEARNING_FORMATS } from '#lib/domain/accreditation/learning-format.ts';
import { RELATIONSHIP_KINDS } from '#lib/domain/activity/relationship-kinds.ts';
import {
  calendarDate,
  identifier,
  keepingOthers,
  positive,
  slug,
  text,
  wholePercent,
  words
} from './schema-parts.ts';

const timeLimit = v.pipe(
  v.number(),
  v.integer('must be whole minutes'),
  v.minValue(5, 'must be at least 5 minutes'),
  v.maxValue(600, 'must be at most 600 minutes')
);

const difficulty = v.picklist(['any', 'easy', 'medium', 'hard']);

const assessmentKind = v.picklist(['pre-test', 'practice', 'assessment']);

const assessment = keepingOthers({
  id: v.optional(identifier),
  kind: assessmentKind,
  title: words,
  bank: identifier,
  onlyPretestItems: v.boolean(),
  blueprint: v.array(
    v.strictObject({ objective: identifier, difficulty: v.optional(difficulty), count: positive })
  ),
  totalItems: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000)),
  alwaysInclude: v.optional(v.array(identifier)),
  feedback: v.picklist(['none', 'after-each-item', 'after-submission']),
  showScore: v.boolean(),
  passingStandard: v.nullable(wholePercent),
  maxAttempts: v.nullable(positive),
  shuffleItems: v.optional(v.boolean()),
  shuffleOptions: v.optional(v.boolean()),
  requiredForCompletion: v.boolean()
});

const person = keepingOthers({ name: words });

const relationship = v.strictObject({
  company: words,
  kind: v.optional(
    v.picklist(
      RELATIONSHIP_KINDS.map(({ id }) => id),
      `must be one of ${RELATIONSHIP_KINDS.map(({ id }) => id).join(', ')}`
    )
  ),
  nature: text,
  ended: v.boolean(),
  relevant: v.nullable(v.boolean()),
  mitigation: text,
  mitigatedOn: v.nullable(calendarDate)
});

const disclosure = v.strictObject({
  name: words,
  role: text,
  relationships: text,
  declaredOn: v.optional(calendarDate),
  financialRelationships: v.optional(v.array(relationship))
});

const sectionListing = v.strictObject({
  slug,
  file: v.pipe(v.string(), v.regex(/^lesson\/[\w-]+\.md$/, 'must name a file such as lesson/01-overview.md')),
  title: words,
  objectives: v.array(identifier),
  minutes: positive
});

/** What it claims of accreditation counts for nothing here (product.md, promise 8): an admin attests it. */
const accreditation = keepingOthers({
  mode: v.picklist(['demonstration', 'accredited'], 'must be "demonstration" or "accredited"'),
  provider: v.nullable(words),
  statement: words,
  label: words
});

/** activity.json. */
export const activitySchema = v.pipe(
  keepingOthers({
    schemaVersion: v.literal(1, 'must be 1, the only version of this form'),
    slug,
    version: v.pipe(v.string(), v.regex(/^\d+\.\d+\.\d+$/, 'must be a version such as 0.1.0')),
    title: words,
    summary: text,
    audience: v.array(words),
    audienceNote: text,
    learningObjectives: v.array(v.strictObject({ id: identifier, text: words })),
    format: v.picklist(
      LEARNING_FORMATS.map(({ id }) => id),
      `must be one of ${LEARNING_FORMATS.map(({ id }) => id).join(', ')}`
    ),
    estimatedMinutes: positive,
    releaseDate: calendarDate,
    reviewDate: calendarDate,
    expiryDate: calendarDate,
    accreditation,
    credit: keepingOthers({ maximumQuarterCredits: positive }),
    authors: v.array(person),
    reviewers: v.array(person),
    disclosures: v.array(disclosure),
    disclosureStatement: text,
    commercialSupport: keepingOthers({ statement: text }),
    medicalDisclaimer: text,
    practiceGap: v.optional(text),
    offLabelUse: v.optional(text),
    contact: v.optional(text),
    fee: v.optional(text),
    timeLimitMinutes: v.optional(v.nullable(timeLimit)),
    lessonSections: v.array(sectionListing),
    assessments: v.array(assessment)
  }),
  v.check(
    ({ releaseDate, reviewDate, expiryDate }) => releaseDate <= reviewDate && reviewDate <= expiryDate,
    'must have releaseDate, reviewDate and expiryDate in this order'
  )
);

export type ActivityFile = v.InferOutput<typeof activitySchema>;

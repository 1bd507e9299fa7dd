import * as v from 'valibot';

const day = v.pipe(v.string(), v.isoDate());
const instant = v.pipe(v.string(), v.isoTimestamp());
const id = v.pipe(v.string(), v.uuid());
const text = v.nullable(v.string());
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** A completion holds the columns that were asked for. */
const Completion = v.partial(
  v.strictObject({
    completion_id: id,
    completed_on: day,
    given_name: text,
    family_name: text,
    credentials: text,
    name_on_certificate: text,
    email: v.string(),
    profession: text,
    specialty: text,
    country: text,
    npi: text,
    activity: v.string(),
    activity_title: v.string(),
    activity_version: v.string(),
    items_correct: v.nullable(count),
    items_total: count,
    credit: v.nullable(v.number()),
    claimed_on: v.nullable(day),
    certificate_id: v.nullable(id),
    verification_code: text,
    revoked_on: v.nullable(day),
    score_percent: count,
    credit_type: text,
    licence_state: text,
    licence_number: text,
    reporting: text
  })
);

const outcomesOf = {
  id,
  activity: v.string(),
  version: v.string(),
  title: v.string(),
  computed_at: v.nullable(instant),
  headline: text
};

/** What goes in and out of the API, by name: the OpenAPI document is made of it, and answers are held against it. */
export const API_SCHEMAS = {
  Problem: v.strictObject({
    type: v.string(),
    title: v.string(),
    status: count,
    detail: v.string(),
    errors: v.optional(v.array(v.strictObject({ field: v.string(), message: v.string() })))
  }),
  Activities: v.strictObject({
    activities: v.array(v.strictObject({ slug: v.string(), title: v.string() }))
  }),
  Completions: v.strictObject({ completions: v.array(Completion), next: text }),
  NewExport: v.strictObject({
    query: v.optional(v.pipe(v.string(), v.maxLength(5000)), ''),
    format: v.picklist(['csv', 'xlsx', 'ndjson']),
    reason: v.pipe(
      v.string(),
      v.regex(/^[^\0]*[^\0\s][^\0]*$/, 'Say why the file is wanted'),
      v.maxLength(500)
    )
  }),
  Export: v.strictObject({
    id,
    state: v.picklist(['waiting', 'running', 'finished', 'failed', 'cancelled']),
    format: v.picklist(['csv', 'xlsx', 'ndjson']),
    query: v.string(),
    file_name: v.string(),
    rows_expected: v.nullable(count),
    rows_written: count,
    bytes: v.nullable(count),
    sha256: text,
    failure: text,
    created_at: instant,
    finished_at: v.nullable(instant),
    kept_until: v.nullable(instant),
    file: text
  }),
  OutcomesList: v.strictObject({ outcomes: v.array(v.strictObject(outcomesOf)) }),
  /** `figures` are those of the page, with what is too small held back already. */
  Outcomes: v.strictObject({
    ...outcomesOf,
    methods: text,
    figures: v.nullable(v.record(v.string(), v.unknown()))
  })
} as const;

import * as v from 'valibot';
import type { OutcomeFacts } from '#lib/domain/report/outcomes/outcome-facts.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const sums = v.object({
  learners: count,
  before: v.number(),
  after: v.number(),
  beforeSquared: v.number(),
  afterSquared: v.number(),
  product: v.number()
});

const cells = { both: count, learned: count, lost: count, neither: count };

/** Outcomes as `computeOutcomes` kept them: a shape of an earlier edition of the program is none, and is computed again. */
export const outcomeFactsSchema: v.GenericSchema<unknown, OutcomeFacts> = v.object({
  matched: count,
  before: count,
  after: count,
  score: sums,
  atCeiling: count,
  items: v.array(
    v.object({ ...cells, before: v.string(), after: v.string(), stem: v.string(), objective: v.string() })
  ),
  unpaired: v.array(v.string()),
  objectives: v.array(v.object({ code: v.string(), wording: v.string(), items: count, sums })),
  funnel: v.object({
    preTestStarted: count,
    preTestSubmitted: count,
    assessmentStarted: count,
    passed: count,
    evaluated: count,
    certified: count
  }),
  weeks: v.array(v.object({ week: v.string(), completions: count })),
  commitments: v.object({
    committed: count,
    ownWords: count,
    options: v.array(v.object({ label: v.string(), learners: count }))
  }),
  followUps: v.array(
    v.object({
      days: count,
      sent: count,
      answered: count,
      statuses: v.object({
        made: v.exactOptional(count),
        partly: v.exactOptional(count),
        'not-yet': v.exactOptional(count),
        'given-up': v.exactOptional(count)
      }),
      itemsAnswered: count,
      itemsCorrect: count
    })
  )
});

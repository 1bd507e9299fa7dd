import * as v from 'valibot';
import { identifier, keepingOthers, positive, words } from './schema-parts.ts';

const choice = { id: identifier, label: words };

const base = { id: identifier, text: words, required: v.boolean() };

const atLeastTwo = <Entry extends v.GenericSchema>(entry: Entry) =>
  v.pipe(v.array(entry), v.minLength(2, 'must hold at least two'));

/** Days after an evaluation; a year at most. */
const daysAfter = v.pipe(positive, v.maxValue(366, 'must be at most 366 days'));

const question = v.variant('type', [
  keepingOthers({
    ...base,
    type: v.literal('before-after-rating'),
    scale: atLeastTwo(v.object({ value: v.pipe(v.number(), v.integer()), label: words })),
    columns: atLeastTwo(v.object(choice)),
    rows: v.array(v.object({ objective: identifier, text: words }))
  }),
  keepingOthers({ ...base, type: v.literal('single-choice'), options: atLeastTwo(v.object(choice)) }),
  keepingOthers({
    ...base,
    type: v.literal('long-text'),
    maxLength: positive,
    requiredWhen: v.exactOptional(v.object({ question: identifier, equals: identifier }))
  }),
  keepingOthers({
    ...base,
    type: v.literal('commitment-to-change'),
    minimum: v.pipe(v.number(), v.integer(), v.minValue(0)),
    maximum: positive,
    options: v.array(v.object({ ...choice, objective: identifier })),
    freeText: v.object({ allowed: v.boolean(), maximumEntries: positive, maxLength: positive, label: words }),
    exclusiveOptions: v.array(v.object(choice))
  }),
  keepingOthers({
    ...base,
    type: v.literal('multiple-choice'),
    options: atLeastTwo(
      v.object({
        ...choice,
        exclusive: v.exactOptional(v.boolean()),
        freeText: v.exactOptional(v.object({ maxLength: positive }))
      })
    )
  }),
  keepingOthers({
    ...base,
    type: v.literal('consent'),
    days: v.union([daysAfter, v.pipe(v.array(daysAfter), v.minLength(1, 'must hold at least one'))]),
    options: atLeastTwo(v.object(choice)),
    note: words
  })
]);

/** evaluation.json, as domain/evaluation/evaluation-form.ts describes it; other fields are kept. */
export const evaluationSchema = keepingOthers({
  title: words,
  intro: v.string(),
  questions: v.pipe(v.array(question), v.minLength(1, 'must ask at least one question'))
});

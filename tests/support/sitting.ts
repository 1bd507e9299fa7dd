import { eq } from 'drizzle-orm';
import type { AssessmentKind } from '#lib/domain/attempt/assessment-kind.ts';
import type { PracticeSelection } from '#lib/domain/attempt/practice-selection.ts';
import type { QuestionView } from '#lib/domain/attempt/question-view.ts';
import type { Response } from '#lib/domain/attempt/response.ts';
import { toShownResponse } from '#lib/domain/attempt/shown-response.ts';
import type { KeyedItem } from '#lib/domain/question-bank/keyed-item.ts';
import { finishAttempt } from '#lib/server/attempt/finish-attempt.ts';
import { loadQuestion } from '#lib/server/attempt/load-question.ts';
import { startAttempt } from '#lib/server/attempt/start-attempt.ts';
import { submitResponse, type SubmitInput } from '#lib/server/attempt/submit-response.ts';
import type { Executor } from '#lib/server/db/index.ts';
import { attemptItems, attempts, responses } from '#lib/server/db/schema/attempt.ts';
import { readKeyedItem } from '#lib/server/question-bank/read-keyed-items.ts';
import { NOON, SAMPLE } from './learner.ts';
import { makePerson } from './people.ts';

/** A person and one of their attempts. */
export type Sitting = { attemptId: string; personId: string };

/** Starts an attempt at the sample. Throws where it may not start. */
export async function start(
  db: Executor,
  personId: string,
  { kind, selection = { kind: 'all' } }: { kind: AssessmentKind; selection?: PracticeSelection }
): Promise<Sitting> {
  const started = await startAttempt(db, { slug: SAMPLE, kind, personId, selection, now: NOON });
  if (!started.ok) throw new Error(`The attempt did not start: ${started.problem}`);
  return { attemptId: started.value.attemptId, personId };
}

/** Somebody who has just begun the pre-test. */
export async function beginPretest(db: Executor): Promise<Sitting> {
  const { id } = await makePerson(db);
  return start(db, id, { kind: 'pre-test' });
}

/** Somebody who finished the pre-test, and begins practice or the assessment. */
export async function begin(db: Executor, kind: AssessmentKind): Promise<Sitting> {
  const { attemptId, personId } = await beginPretest(db);
  await finishAttempt(db, { attemptId, personId, now: NOON });
  return start(db, personId, { kind });
}

/** The page of a question. Throws where there is none. */
export async function question(db: Executor, sitting: Sitting, position: number): Promise<QuestionView> {
  const view = await loadQuestion(db, { ...sitting, position });
  if (!view) throw new Error(`There is no question ${position}.`);
  return view;
}

/** The fields that the form of a question sends for a response in shown ids. */
function fieldsOf(response: Response): URLSearchParams {
  switch (response.type) {
    case 'single':
      return new URLSearchParams({ option: response.option });
    case 'multiple':
      return new URLSearchParams(response.options.map((option) => ['option', option]));
    case 'matching':
      return new URLSearchParams(
        Object.entries(response.matches).map(([id, target]) => [`match-${id}`, target])
      );
    case 'ordering':
      return new URLSearchParams(response.order.map((id, index) => [`position-${id}`, String(index + 1)]));
    case 'numeric':
      return new URLSearchParams({ response: response.value });
    case 'short-text':
      return new URLSearchParams({ response: response.text });
  }
}

const keyText = ({ options, key }: KeyedItem & { key: string[] }) =>
  options.find(({ id }) => key.includes(id))?.text ?? '';

/** The key of an item as a response in authored ids. */
function keyOf(item: KeyedItem): Response {
  switch (item.type) {
    case 'single':
    case 'true-false':
      return { type: 'single', option: item.key[0] ?? '' };
    case 'multiple':
      return { type: 'multiple', options: item.key };
    case 'matching':
      return { type: 'matching', matches: item.key };
    case 'ordering':
      return { type: 'ordering', order: item.key };
    case 'numeric':
      return { type: 'numeric', value: keyText(item) };
    case 'short-text':
      return { type: 'short-text', text: keyText(item) };
  }
}

/** A whole response that is not right, in authored ids. */
function wrongOf(item: KeyedItem): Response {
  const ids = item.options.map(({ id }) => id);
  switch (item.type) {
    case 'single':
    case 'true-false':
      return { type: 'single', option: ids.find((id) => !item.key.includes(id)) ?? '' };
    case 'multiple': {
      const others = ids.filter((id) => !item.key.includes(id));
      return { type: 'multiple', options: [...others, ...item.key].slice(0, item.select) };
    }
    case 'matching': {
      const decoy = item.targets.find(({ id }) => !Object.values(item.key).includes(id))?.id ?? '';
      return { type: 'matching', matches: Object.fromEntries(ids.map((id) => [id, decoy])) };
    }
    case 'ordering':
      return { type: 'ordering', order: item.key.toReversed() };
    case 'numeric':
      return { type: 'numeric', value: '987654321' };
    case 'short-text':
      return { type: 'short-text', text: 'nothing that anybody expects' };
  }
}

/** What the form of a question sends for the right response, or for one that is not. */
export async function answerFields(
  db: Executor,
  sitting: Sitting,
  { position, right = true }: { position: number; right?: boolean }
): Promise<URLSearchParams> {
  const [place] = (await places(db, sitting)).filter((candidate) => candidate.position === position);
  if (!place) throw new Error(`The form has no position ${position}.`);
  const item = await readKeyedItem(db, place.itemVersionId);
  return fieldsOf(toShownResponse(right ? keyOf(item) : wrongOf(item), place));
}

/** Sends a response; sequence 1 and a key of its own, if nothing is said. */
export async function submit(
  db: Executor,
  sitting: Sitting,
  input: Partial<SubmitInput> & { position: number; right?: boolean }
) {
  const fields = input.fields ?? (await answerFields(db, sitting, input));
  const { position, sequence = 1, idempotencyKey = crypto.randomUUID(), now = NOON } = input;
  return submitResponse(db, { ...sitting, position, fields, sequence, idempotencyKey, now });
}

/** The drawn form, in order. */
export function places(db: Executor, { attemptId }: Sitting) {
  return db
    .select()
    .from(attemptItems)
    .where(eq(attemptItems.attemptId, attemptId))
    .orderBy(attemptItems.position);
}

/** What is stored of the responses of an attempt. */
export function storedResponses(db: Executor, { attemptId }: Sitting) {
  return db.select().from(responses).where(eq(responses.attemptId, attemptId)).orderBy(responses.position);
}

/** The row of an attempt. */
export async function attemptRow(db: Executor, { attemptId }: Sitting) {
  const [row] = await db.select().from(attempts).where(eq(attempts.id, attemptId));
  if (!row) throw new Error(`There is no attempt ${attemptId}.`);
  return row;
}

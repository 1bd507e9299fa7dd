import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { finishAttempt } from '#lib/server/attempt/finish-attempt.ts';
import { startAttempt } from '#lib/server/attempt/start-attempt.ts';
import type { Executor } from '#lib/server/db/index.ts';
import { NOON, SAMPLE } from '../../support/learner.ts';
import { openTestDatabase, type TestDatabase } from '../../support/open-test-database.ts';
import { makePerson } from '../../support/people.ts';
import { answerFields, attemptRow, storedResponses, submit, type Sitting } from '../../support/sitting.ts';

type Kind = 'pre-test' | 'practice' | 'assessment';
const KINDS: Kind[] = ['pre-test', 'practice', 'assessment'];
const LIMITS: Record<Kind, number> = { 'pre-test': 1, practice: Infinity, assessment: 3 };

type Known = {
  sitting: Sitting;
  kind: Kind;
  state: 'open' | 'submitted';
  answers: Map<number, boolean>;
  total: number;
};

/** What must be so, told without a database. */
type Model = { attempts: Known[] };
type Real = { db: Executor; personId: string };

const openOf = (model: Model, kind: Kind) =>
  model.attempts.find((one) => one.kind === kind && one.state === 'open');
const madeOf = (model: Model, kind: Kind) => model.attempts.filter((one) => one.kind === kind);
const rightOf = ({ answers }: Known) => [...answers.values()].filter(Boolean).length;

const pretestIsDone = (model: Model) => madeOf(model, 'pre-test').some(({ state }) => state === 'submitted');
const isPassed = (model: Model) =>
  madeOf(model, 'assessment').some((one) => one.state === 'submitted' && rightOf(one) >= 8);

function expectedProblem(model: Model, kind: Kind): string | null {
  if (kind === 'assessment' && isPassed(model)) return 'already-passed';
  if (madeOf(model, kind).filter(({ state }) => state === 'submitted').length >= LIMITS[kind]) {
    return 'no-attempts-left';
  }
  return kind !== 'pre-test' && !pretestIsDone(model) ? 'pretest-first' : null;
}

type Command = fc.AsyncCommand<Model, Real>;

const hasAttempt = (model: Model) => model.attempts.length > 0;
const attemptAt = (model: Model, at: number) => model.attempts[at % model.attempts.length];

async function startIt(model: Model, { db, personId }: Real, kind: Kind): Promise<void> {
  const input = { slug: SAMPLE, kind, personId, selection: { kind: 'all' }, now: NOON } as const;
  const started = await startAttempt(db, input);
  const open = openOf(model, kind);
  if (open && kind !== 'practice') {
    expect(started).toEqual({ ok: true, value: { attemptId: open.sitting.attemptId, isNew: false } });
    return;
  }
  const problem = expectedProblem(model, kind);
  if (problem !== null || !started.ok) {
    expect(started).toEqual({ ok: false, problem });
    return;
  }
  if (open) open.state = 'submitted';
  const sitting = { attemptId: started.value.attemptId, personId };
  const total = (await attemptRow(db, sitting)).itemsTotal;
  model.attempts.push({ sitting, kind, state: 'open', answers: new Map(), total });
}

type Given = { position: number; sequence: number; right: boolean };

/** What the answer must be; null: it is stored. */
function expectedRefusal(
  known: Known,
  { position, sequence, right }: Given,
  before: { correct: boolean; sequence: number } | undefined
): 'replayed' | 'not-found' | 'attempt-submitted' | 'already-answered' | 'stale-sequence' | null {
  if (position > known.total) return 'not-found';
  if (before && before.correct === right && sequence <= before.sequence) return 'replayed';
  if (known.state === 'submitted') return 'attempt-submitted';
  if (!before) return null;
  if (known.kind === 'practice') return 'already-answered';
  return sequence <= before.sequence ? 'stale-sequence' : null;
}

async function answerIt(known: Known, { db }: Real, given: Given): Promise<void> {
  const { sitting, answers, total } = known;
  const { position, sequence, right } = given;
  const nowhere = new URLSearchParams({ option: 'a' });
  const fields = position > total ? nowhere : await answerFields(db, sitting, { position, right });
  const before = (await storedResponses(db, sitting)).find((row) => row.position === position);
  const refusal = expectedRefusal(known, given, before);
  const sent = await submit(db, sitting, { position, sequence, fields });
  if (refusal === null || refusal === 'replayed') {
    expect(sent).toMatchObject({ ok: true, value: { outcome: refusal ?? 'stored' } });
    answers.set(position, right);
  } else expect(sent).toMatchObject({ ok: false, problem: { kind: refusal } });
}

async function finishIt(known: Known, { db }: Real): Promise<void> {
  known.state = 'submitted';
  const finished = await finishAttempt(db, { ...known.sitting, now: NOON });
  const passed = known.kind === 'assessment' ? rightOf(known) >= 8 : null;
  const value = { itemsCorrect: rightOf(known), itemsTotal: known.total, itemsDropped: 0, passed };
  expect(finished).toEqual({ ok: true, value });
}

const start = (kind: Kind): Command => ({
  check: () => true,
  run: (model, real) => startIt(model, real, kind),
  toString: () => `start ${kind}`
});

const answer = (at: number, given: Given): Command => ({
  check: hasAttempt,
  run: async (model, real) => {
    const known = attemptAt(model, at);
    if (known) await answerIt(known, real, given);
  },
  toString: () => `answer in #${at}: ${JSON.stringify(given)}`
});

const answerAll = (at: number): Command => ({
  check: hasAttempt,
  run: async (model, real) => {
    const known = attemptAt(model, at);
    for (let position = 1; known && position <= known.total; position += 1) {
      await answerIt(known, real, { position, sequence: 4, right: true });
    }
  },
  toString: () => `answer all of #${at}`
});

const finish = (at: number): Command => ({
  check: hasAttempt,
  run: async (model, real) => {
    const known = attemptAt(model, at);
    if (known) await finishIt(known, real);
  },
  toString: () => `finish #${at}`
});

async function expectStored(model: Model, { db }: Real): Promise<void> {
  for (const known of model.attempts) {
    const stored = await storedResponses(db, known.sitting);
    expect(new Map(stored.map(({ position, correct }) => [position, correct]))).toEqual(known.answers);
    const row = await attemptRow(db, known.sitting);
    expect({ answered: row.answered, isOpen: row.state === 'in-progress' }).toEqual({
      answered: known.answers.size,
      isOpen: known.state === 'open'
    });
  }
}

const answers = fc
  .tuple(
    fc.nat(5),
    fc.record({
      position: fc.integer({ min: 1, max: 11 }),
      sequence: fc.integer({ min: 1, max: 3 }),
      right: fc.boolean()
    })
  )
  .map(([at, given]) => answer(at, given));

const commands = fc.commands(
  [
    fc.constantFrom(...KINDS).map(start),
    answers,
    answers,
    answers,
    fc.nat(5).map(answerAll),
    fc.nat(5).map(finish)
  ],
  { maxCommands: 50, size: 'max' }
);

describe('any order of steps', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase('postgres');
  });
  afterAll(() => database.close());

  it('is taken or refused as the rules say, and nothing is half done', async () => {
    await fc.assert(
      fc.asyncProperty(commands, async (steps) => {
        const model: Model = { attempts: [] };
        const real: Real = { db: database.db, personId: (await makePerson(database.db)).id };
        await fc.asyncModelRun(() => ({ model, real }), steps);
        await expectStored(model, real);
      }),
      { numRuns: 25 }
    );
  }, 120_000);
});

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

class Start implements fc.AsyncCommand<Model, Real> {
  constructor(readonly kind: Kind) {}
  check = () => true;
  async run(model: Model, { db, personId }: Real): Promise<void> {
    const { kind } = this;
    const started = await startAttempt(db, {
      slug: SAMPLE,
      kind,
      personId,
      selection: { kind: 'all' },
      now: NOON
    });
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
  toString = () => `start ${this.kind}`;
}

class Answer implements fc.AsyncCommand<Model, Real> {
  constructor(
    readonly at: number,
    readonly position: number,
    readonly sequence: number,
    readonly right: boolean
  ) {}
  check = (model: Model) => model.attempts.length > 0;
  async run(model: Model, { db }: Real): Promise<void> {
    const { at, position, sequence, right } = this;
    const known = model.attempts[at % model.attempts.length];
    if (!known) return;
    const { sitting, answers } = known;
    const fields =
      position > known.total
        ? new URLSearchParams({ option: 'a' })
        : await answerFields(db, sitting, { position, right });
    const before = (await storedResponses(db, sitting)).find((row) => row.position === position);
    const sent = await submit(db, sitting, { position, sequence, fields });
    if (position > known.total) expect(sent).toMatchObject({ ok: false, problem: { kind: 'not-found' } });
    else if (before && before.correct === right && sequence <= before.sequence) expect(sent.ok).toBe(true);
    else if (known.state === 'submitted')
      expect(sent).toMatchObject({ problem: { kind: 'attempt-submitted' } });
    else if (before && known.kind === 'practice')
      expect(sent).toMatchObject({ problem: { kind: 'already-answered' } });
    else if (before && sequence <= before.sequence)
      expect(sent).toMatchObject({ problem: { kind: 'stale-sequence' } });
    else {
      expect(sent).toMatchObject({ ok: true, value: { outcome: 'stored' } });
      answers.set(position, right);
    }
  }
  toString = () =>
    `answer ${this.position} of #${this.at} ${this.right ? 'right' : 'wrong'}, ${this.sequence}`;
}

class AnswerAll implements fc.AsyncCommand<Model, Real> {
  constructor(readonly at: number) {}
  check = (model: Model) => model.attempts.length > 0;
  async run(model: Model, real: Real): Promise<void> {
    const total = model.attempts[this.at % model.attempts.length]?.total ?? 0;
    for (let position = 1; position <= total; position += 1) {
      await new Answer(this.at, position, 4, true).run(model, real);
    }
  }
  toString = () => `answer all of #${this.at}`;
}

class Finish implements fc.AsyncCommand<Model, Real> {
  constructor(readonly at: number) {}
  check = (model: Model) => model.attempts.length > 0;
  async run(model: Model, { db }: Real): Promise<void> {
    const known = model.attempts[this.at % model.attempts.length];
    if (!known) return;
    known.state = 'submitted';
    const finished = await finishAttempt(db, { ...known.sitting, now: NOON });
    const passed = known.kind === 'assessment' ? rightOf(known) >= 8 : null;
    const value = { itemsCorrect: rightOf(known), itemsTotal: known.total, passed };
    expect(finished).toEqual({ ok: true, value });
  }
  toString = () => `finish #${this.at}`;
}

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
  .tuple(fc.nat(5), fc.integer({ min: 1, max: 11 }), fc.integer({ min: 1, max: 3 }), fc.boolean())
  .map((answer) => new Answer(...answer));

const commands = fc.commands(
  [
    fc.constantFrom(...KINDS).map((kind) => new Start(kind)),
    answers,
    answers,
    answers,
    fc.nat(5).map((at) => new AnswerAll(at)),
    fc.nat(5).map((at) => new Finish(at))
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
      { numRuns: 60 }
    );
  }, 120_000);
});

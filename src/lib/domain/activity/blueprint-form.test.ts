import { describe, expect, it } from 'vitest';
import { parseBlueprint, type AssessmentKind } from './blueprint-form.ts';

const objective = 'b6f1';

/** What the form of this kind gives where one item is asked for; the fields replace or add to it. */
function parse(kind: AssessmentKind, fields: Record<string, string>, isBankOfAssessment = false) {
  const typed = new URLSearchParams({ title: 'A form', [`cell-${objective}-any`]: '1', ...fields });
  const known = { kind, isBankOfAssessment, objectiveIds: [objective], items: [], prefix: `${kind}-` };
  return parseBlueprint(typed, known);
}

describe('parseBlueprint', () => {
  it.each(['assessment', 'practice', 'pre-test'] as const)(
    'lets no form tell keys on the way from the bank of the assessment: %s',
    (kind) => {
      const fields = { feedback: 'after-each-item', passingPercent: '80' };
      expect(parse(kind, fields, true)).toMatchObject({
        ok: false,
        problem: [{ field: `${kind}-feedback` }]
      });
    }
  );

  it('gives feedback after each item from another bank', () => {
    expect(parse('practice', { feedback: 'after-each-item' })).toMatchObject({
      ok: true,
      value: { feedback: 'after-each-item', passingPercent: null }
    });
  });

  it('asks once for an item where none is asked for', () => {
    expect(parse('practice', { [`cell-${objective}-any`]: '0' })).toEqual({
      ok: false,
      problem: [{ field: 'practice-cells', message: 'Ask for at least one item' }]
    });
  });

  it('wants a pass mark for the assessment alone', () => {
    const [field, message] = ['assessment-passingPercent', 'Enter the pass mark: credit rests on it'];
    expect(parse('assessment', {}, true)).toEqual({ ok: false, problem: [{ field, message }] });
    expect(parse('assessment', { passingPercent: '101' }, true)).toMatchObject({
      ok: false,
      problem: [{ message: 'Enter a whole number from 1 to 100, or leave it empty' }]
    });
    expect(parse('pre-test', {})).toMatchObject({ ok: true });
  });

  it.each<[AssessmentKind, Record<string, string>, boolean]>([
    ['assessment', {}, true],
    ['practice', { requiredForCompletion: 'on' }, false],
    ['pre-test', { requiredForCompletion: 'on' }, true],
    ['pre-test', {}, false]
  ])('requires the %s with %j for completion: %s', (kind, fields, requiredForCompletion) => {
    const parsed = parse(kind, { passingPercent: '80', ...fields });
    expect(parsed).toMatchObject({ ok: true, value: { requiredForCompletion } });
  });
});

import type { EvaluationForm, EvaluationQuestion } from './evaluation-form.ts';

/** An objective of the activity version that the form belongs to. */
type Objective = { code: string; wording: string };

/** An objective as a line of a table: without the full stop. */
const asRow = ({ code, wording }: Objective) => ({ objective: code, text: wording.replace(/\.$/, '') });

type Change = { before: Objective[]; after: Objective[] };

function fitRows(
  rows: { objective: string; text: string }[],
  { before, after }: Change
): { objective: string; text: string }[] {
  return after.map((objective) => {
    const row = rows.find((candidate) => candidate.objective === objective.code);
    const former = before.find(({ code }) => code === objective.code);
    // A text that its author shortened stays; one that followed the wording follows it again.
    const followed = !row || (former && row.text === asRow(former).text);
    return followed ? asRow(objective) : row;
  });
}

function fitQuestion(question: EvaluationQuestion, change: Change): EvaluationQuestion {
  const isStated = (code: string) => change.after.some((objective) => objective.code === code);
  switch (question.type) {
    case 'before-after-rating':
      return { ...question, rows: fitRows(question.rows, change) };
    case 'commitment-to-change':
      return { ...question, options: question.options.filter(({ objective }) => isStated(objective)) };
    default:
      return question;
  }
}

/**
 * The evaluation form after the objectives of its activity changed: learners rate each objective that is stated, in its
 * order, and no other.
 */
export const fitObjectives = (form: EvaluationForm, change: Change): EvaluationForm => ({
  ...form,
  questions: form.questions.map((question) => fitQuestion(question, change))
});

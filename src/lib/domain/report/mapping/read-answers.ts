import { failure, success, type Result } from '../../result.ts';
import { tidyText } from '../../tidy-text.ts';
import type { Answer } from './standing.ts';

/** An answer as it was sent in: by the id of a record, or by the number of its row in the file. */
export type SentAnswer = { line: number; record: string; answer: Answer; reason: string };

/** What is wrong with a line. */
export type LineProblem = { line: number; message: string };

const WORDS: Record<string, Answer> = {
  accepted: 'accepted',
  accept: 'accepted',
  ok: 'accepted',
  rejected: 'rejected',
  reject: 'rejected',
  error: 'rejected'
};

const LONGEST_REASON = 500;

function readLine(cells: string[], line: number): Result<SentAnswer, LineProblem> {
  const [record = '', word = '', reason = '', ...more] = cells.map(tidyText);
  const answer = Object.hasOwn(WORDS, word.toLowerCase()) ? WORDS[word.toLowerCase()] : undefined;
  const wrong = (message: string) => failure({ line, message });
  if (record === '') return wrong('It names no record. Begin the line with the record id or the row number.');
  if (more.some((cell) => cell !== ''))
    return wrong('It has more than three columns: record, answer, reason.');
  if (answer === undefined) return wrong(`“${word.slice(0, 40)}” is no answer. Write accepted or rejected.`);
  if (answer === 'rejected' && reason === '') return wrong('It was rejected, and no reason is given.');
  if (reason.length > LONGEST_REASON) return wrong(`The reason is longer than ${LONGEST_REASON} characters.`);
  return success({ line, record, answer, reason });
}

const isHeader = ([first = '', second = '']: string[]) =>
  /record|row/i.test(first) && /answer|status|result/i.test(second);

/** Reads answers as they came: a header is passed over, and one wrong line refuses all, with a message for each. */
export function readAnswers(lines: { line: number; cells: string[] }[]): Result<SentAnswer[], LineProblem[]> {
  const [first] = lines;
  const rows = first && isHeader(first.cells) ? lines.slice(1) : lines;
  const read = rows.map(({ line, cells }) => readLine(cells, line));
  const problems = read.flatMap((one) => (one.ok ? [] : [one.problem]));
  const answers = read.flatMap((one) => (one.ok ? [one.value] : []));
  const seen = new Map<string, number>();
  for (const { line, record } of answers) {
    const before = seen.get(record);
    if (before !== undefined)
      problems.push({ line, message: `Its record stands on line ${before} already.` });
    seen.set(record, line);
  }
  if (problems.length > 0) return failure(problems.toSorted((one, other) => one.line - other.line));
  return rows.length === 0 ? failure([{ line: 1, message: 'There is no answer in it.' }]) : success(answers);
}

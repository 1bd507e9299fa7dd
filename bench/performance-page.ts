import { coursesOf, moveOf, type Course, type Entry } from './history.ts';
import { cellsOf, HEADINGS } from './table.ts';

const BEGIN = '<!-- Written by `npm run bench -- --record`, from here … -->';
const END = '<!-- … to here -->';

const row = (cells: string[]) => `| ${cells.join(' | ')} |`;

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

function sinceWords(course: Course): string {
  if (course.before === null) return '';
  const move = moveOf(course);
  return `${move === 'fell' ? '**fell**' : move} (${percent(course.before.ratio)} on ${course.before.day})`;
}

const rowOf = (course: Course) =>
  row([...cellsOf(course.last), sinceWords(course), `${course.last.day}, ${course.last.commit}`]);

function machineLines(entries: Entry[]): string[] {
  const seen = new Map(
    entries.map((entry) => [`${entry.machine}; load before the run ${entry.load}`, entry.day])
  );
  return [...seen].map(([machine, day]) => `- ${day}: ${machine}.`);
}

/** What of docs/performance.md the measurements say. */
export function measuredPart(history: Entry[]): string {
  const courses = coursesOf(history);
  const fallen = courses.filter((course) => moveOf(course) === 'fell').map(({ last }) => last.name);
  const headings = [...HEADINGS, 'since the time before', 'measured on, at'];
  return [
    '### Machines',
    '',
    ...machineLines(courses.map(({ last }) => last)),
    '',
    '### Figures',
    '',
    row(headings),
    row(headings.map(() => '---')),
    ...courses.map(rowOf),
    '',
    fallen.length === 0
      ? 'Nothing fell by more than the spread.'
      : `Fell by more than the spread: ${fallen.join(', ')}.`,
    '',
    '### What else was seen',
    '',
    ...courses.filter(({ last }) => last.note !== '').map(({ last }) => `- ${last.name}: ${last.note}`)
  ].join('\n');
}

/** The page before, between and after the marks. Throws where they are gone. */
function partsOf(page: string): [string, string, string] {
  const [begin, end] = [page.indexOf(BEGIN) + BEGIN.length, page.indexOf(END)];
  if (begin < BEGIN.length || end < begin) throw new Error('docs/performance.md has lost its marks.');
  return [page.slice(0, begin), page.slice(begin, end), page.slice(end)];
}

/** What stands between the marks. */
export const writtenPart = (page: string): string => partsOf(page)[1].trim();

/** The page with what the history says now. */
export function withMeasured(page: string, history: Entry[]): string {
  const [before, , after] = partsOf(page);
  return `${before}\n\n${measuredPart(history)}\n\n${after}`;
}

import { isMet, type Figure, type Target } from './figure.ts';

const round = (value: number) => String(Number(value.toPrecision(4)));

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

/** A target in words, e.g. `at least 15 %`. */
export function targetWords(target: Target): string {
  if (target === null) return '';
  return 'atLeast' in target ? `at least ${percent(target.atLeast)}` : `at most ${percent(target.atMost)}`;
}

const VERDICTS = new Map([
  [true, 'met'],
  [false, 'MISSED']
]);

/** The cells of a figure's row in a table. */
export function cellsOf(figure: Figure): string[] {
  const verdict = VERDICTS.get(isMet(figure) ?? figure.target === null) ?? '';
  return [
    figure.name,
    `${round(figure.figure)} ${figure.unit}`,
    round(figure.limit),
    percent(figure.ratio),
    `${percent(figure.least)} to ${percent(figure.greatest)}, ${figure.runs}`,
    targetWords(figure.target),
    figure.target === null ? '' : verdict
  ];
}

/** What stands above the cells. */
export const HEADINGS = [
  'figure',
  'measured',
  'limit',
  'ratio',
  'least to greatest, runs',
  'target',
  'verdict'
];

/** One figure in a line, with its words. */
export const sayFigure = (figure: Figure): string =>
  [...cellsOf(figure).filter((cell) => cell !== ''), figure.note].filter((part) => part !== '').join(' · ');

/** All figures as a table for the terminal, with what else was seen below it. */
export function tableOf(figures: Figure[]): string {
  const rows = [HEADINGS, ...figures.map(cellsOf)];
  const widths = HEADINGS.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd()
  );
  const notes = figures.filter(({ note }) => note !== '').map(({ name, note }) => `${name}: ${note}`);
  return [...lines, '', ...notes].join('\n');
}

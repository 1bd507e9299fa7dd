import type { ComparedTable } from '#lib/server/db/bulk/load-tables.ts';
import type { LoadProblem } from '#lib/server/backup/prepare-target.ts';
import type { Verification } from '#lib/server/identity/chain/verify-audit.ts';
import { faultSentence } from '#lib/domain/identity/chain/chain-fault.ts';
import type { CommandOutcome } from '../command.ts';

/** Of a SHA-256, enough to compare by eye; with --json all of it. */
const SHORT = 16;

const row = (cells: string[], widths: number[]) =>
  cells
    .map((cell, index) => (index === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[index] ?? 0)))
    .join('  ');

/** Every table with its rows and the begin of its hash, as it came and as it is stored. */
export function comparedTable(compared: ComparedTable[], [from, to]: [string, string]): string {
  const head = ['table', `rows ${from}`, `rows ${to}`, `SHA-256 ${from}`, `SHA-256 ${to}`];
  const rows = compared.map((each) => [
    each.table,
    String(each.from.rows),
    String(each.to.rows),
    each.from.sha256.slice(0, SHORT),
    each.to.sha256.slice(0, SHORT)
  ]);
  const widths = head.map((_, column) =>
    Math.max(...[head, ...rows].map((cells) => cells[column]?.length ?? 0))
  );
  return [head, ...rows].map((cells) => row(cells, widths)).join('\n');
}

/** How many tables and rows there are, and that they agree. */
export function agreement(compared: ComparedTable[]): string {
  const rows = compared.reduce((sum, { to }) => sum + to.rows, 0);
  return `${compared.length} tables, ${rows} rows: counts and hashes agree in every table.`;
}

/** What the audit log of the restored state is. */
export function auditLine({ fault, position }: Verification): string {
  if (fault !== null) return `The audit log is NOT whole: ${faultSentence(fault)}`;
  return `The audit log is whole: ${position} events. Compare it with the heads that you keep outside: audit verify --heads DIR.`;
}

const sentence = (problem: LoadProblem): string => {
  switch (problem.kind) {
    case 'not-empty':
      return `The database is not empty (${problem.tables.join(', ')}). Name one that was never used: nothing is ever written over.`;
    case 'other-tables':
      return `The database has other tables or columns than the rows (${problem.tables.join(', ')}).`;
    case 'later-program':
      return `The rows come from a later version of Footnote (migration ${problem.migration}). Update this program first.`;
    case 'later-database':
      return `The database is further than the rows (migration ${problem.migration}), and there is no way back. Name one that was never used.`;
    case 'differs':
      return 'Tables differ from what came, so nothing was kept.';
    default:
      return problem satisfies never;
  }
};

/** Nothing was loaded, and why. */
export function refused(problem: LoadProblem, sides: [string, string]): CommandOutcome {
  const error = sentence(problem);
  const data = { error, ...problem };
  if (problem.kind !== 'differs') return { exitCode: 2, text: error, data };
  return { exitCode: 1, text: `${comparedTable(problem.compared, sides)}\n${error}`, data };
}

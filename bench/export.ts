import { spawn } from 'node:child_process';
import { join } from 'node:path';
import * as v from 'valibot';
import { FILE_COLUMNS } from '#lib/domain/report/completion-columns.ts';
import { WHOLE_VIEW } from '#lib/domain/report/completion-view.ts';
import type { ExportFormat } from '#lib/domain/report/export-format.ts';
import { spellOut } from '#lib/server/db/spell-out.ts';
import { csvRows } from '#lib/server/report/export-queries.ts';
import { openHttpDownload } from '../tests/support/download.ts';
import { postgresFolder } from '../tests/support/postgres-programs.ts';
import type { BenchApp } from './bench-app.ts';
import { residentMb, watchMemory } from './memory.ts';
import { figureOf, type Figure, type Measurement } from './figure.ts';
import { measureRatio, spreadOf, type Trial } from './ratio.ts';
import { ensureReport, REPORT_ROWS } from './report-data.ts';

/** The report's own query, guard and all, as one COPY: the fastest way out of the database. */
async function copyStatement(): Promise<string> {
  const query = csvRows({ ...WHOLE_VIEW, columns: FILE_COLUMNS });
  const rows = await spellOut(query, () => Promise.reject(new Error('The whole view has no values.')));
  return `copy (${rows}) to stdout (format csv)`;
}

/** Rows per second of psql, which throws them away. */
async function copyRate({ databaseUrl }: BenchApp, { rows, statement }: { rows: number; statement: string }) {
  const start = performance.now();
  const psql = spawn(join(postgresFolder(), 'psql'), ['-qX', '-c', statement, databaseUrl], {
    stdio: ['ignore', 'pipe', 'inherit']
  });
  psql.stdout.resume();
  const code = await new Promise((resolve) => psql.once('close', resolve));
  if (code !== 0) throw new Error(`psql ended with ${String(code)}.`);
  return (rows * 1000) / (performance.now() - start);
}

const manifestSchema = v.object({ rows: v.number(), bytes: v.number(), sha256: v.string() });

/** Rows per second of the download. Throws when it is not whole, or not what its manifest says. */
async function downloadRate(
  { app, admin }: BenchApp,
  { rows, format }: { rows: number; format: ExportFormat }
) {
  const start = performance.now();
  const download = await openHttpDownload(admin, `${app.origin}/admin/completions/export.${format}`);
  const { isWhole, bytes, sha256 } = await download.finish();
  const seconds = (performance.now() - start) / 1000;
  const manifest = v.parse(manifestSchema, JSON.parse((await admin.get(download.manifest)).body));
  if (!isWhole || manifest.rows !== rows || manifest.bytes !== bytes || manifest.sha256 !== sha256)
    throw new Error(`The ${format} is not whole: ${JSON.stringify({ isWhole, bytes, sha256, manifest })}`);
  return rows / seconds;
}

/** The most by which the memory of the server may grow, whatever the size of the file. */
const MOST_GROWTH_MB = 100;

const memoryFigure = (name: string, growth: number): Figure =>
  figureOf({ ...spreadOf([growth], MOST_GROWTH_MB), name: `${name}-memory`, unit: 'MB' }, { atMost: 1 });

/** A format over HTTP against psql's COPY of the same guarded query, and by how much the server's memory grew. */
type ExportTrial = { trial: Trial; memory: () => Figure };

/** A trial for each format, on a database that holds `rows` completions. */
async function exportTrials(bench: BenchApp, rows: number): Promise<ExportTrial[]> {
  const statement = await copyStatement();
  const before = residentMb(bench.app.pid);
  const trialOf = (name: string, format: ExportFormat): ExportTrial => {
    const memory = watchMemory(bench.app.pid, before);
    const figure = () => memory.during(() => downloadRate(bench, { rows, format }));
    return {
      trial: { name, unit: 'rows/s', figure, limit: () => copyRate(bench, { rows, statement }) },
      memory: () => memoryFigure(name, memory.growth())
    };
  };
  const csv = [trialOf('export', 'csv'), trialOf('export-ndjson', 'ndjson')];
  return rows < 1_048_576 ? [...csv, trialOf('export-xlsx', 'xlsx')] : csv;
}

/** (b) of reliability.md §3: the completion report in each format, and the memory that the server took for it. */
export const exports: Measurement = {
  name: 'export',
  isUsual: true,
  figures: ['export-memory', 'export-ndjson', 'export-ndjson-memory', 'export-xlsx', 'export-xlsx-memory'],
  measure: async (bench, report, wants) => {
    await ensureReport(bench.database.db);
    for (const { trial, memory } of await exportTrials(bench, REPORT_ROWS)) {
      if (!wants(trial.name) && !wants(`${trial.name}-memory`)) continue;
      // A spreadsheet is packed and checked on the way: its rate is only watched.
      const target = trial.name === 'export-xlsx' ? null : { atLeast: 0.5 };
      report(figureOf(await measureRatio(trial), target));
      report(memory());
    }
  }
};

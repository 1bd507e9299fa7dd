import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { insertManyCompletions } from '../tests/support/many-completions.ts';
import { postgresFolder } from '../tests/support/postgres-programs.ts';
import type { BenchApp } from './bench-app.ts';
import { cookieHeader } from './pages.ts';
import type { Trial } from './ratio.ts';

const ROWS = 100_000;

const guarded = (text: string) =>
  `case when ${text} ~ E'^\\'*[=+@\\t\\r\\n-]' then '''' || ${text} else ${text} end`;

/** The report's columns and guard, as one COPY: the fastest way out of the database. */
const COPY = `copy (
  select c.id, c.completed_on, ${guarded('p.given_name')}, ${guarded('p.family_name')}, ${guarded('p.credentials')},
    ${guarded('q.email')}, ${guarded('p.profession')}, ${guarded('p.specialty')}, p.country, p.npi, a.slug, v.title,
    v.version, t.items_correct, t.items_total, k.quarter_credits, k.claimed_at, f.id, f.code, r.revoked_at
  from completions c
  join activity_versions v on v.id = c.activity_version_id
  join activities a on a.id = v.activity_id
  join people q on q.id = c.person_id
  join attempts t on t.id = c.attempt_id
  left join profiles p on p.person_id = c.person_id
  left join credits k on k.completion_id = c.id
    and not exists (select from credits x where x.supersedes_id = k.id)
  left join certificates f on f.credit_id = k.id
    and not exists (select from certificates x where x.supersedes_id = f.id)
  left join certificate_revocations r on r.certificate_id = f.id
  order by c.completed_on, c.id) to stdout (format csv, header)`;

/** Rows per second of psql, which throws them away. */
async function copyRate(databaseUrl: string): Promise<number> {
  const start = performance.now();
  const psql = spawn(join(postgresFolder(), 'psql'), ['-qX', '-c', COPY, databaseUrl], {
    stdio: ['ignore', 'pipe', 'inherit']
  });
  psql.stdout.resume();
  const code = await new Promise((resolve) => psql.once('close', resolve));
  if (code !== 0) throw new Error(`psql ended with ${String(code)}.`);
  return (ROWS * 1000) / (performance.now() - start);
}

/** Rows per second of the download. Throws when a row is missing. */
async function downloadRate({ app, admin }: BenchApp): Promise<number> {
  const start = performance.now();
  const headers = { cookie: cookieHeader(admin) };
  const response = await fetch(`${app.origin}/admin/completions/export.csv`, { headers });
  let lines = 0;
  for await (const chunk of response.body ?? [])
    lines += Buffer.from(chunk).toString('latin1').split('\n').length - 1;
  const seconds = (performance.now() - start) / 1000;
  if (response.status !== 200 || lines !== ROWS + 1)
    throw new Error(`The export has ${lines} lines, not ${ROWS + 1}.`);
  return ROWS / seconds;
}

/** The completion report over HTTP, against psql's COPY of the same guarded query. */
export async function exportTrial(bench: BenchApp): Promise<Trial> {
  await insertManyCompletions(bench.database.db, ROWS);
  await bench.database.db.execute(sql`analyze`);
  return {
    name: 'export',
    unit: 'rows/s',
    figure: () => downloadRate(bench),
    limit: () => copyRate(bench.databaseUrl)
  };
}

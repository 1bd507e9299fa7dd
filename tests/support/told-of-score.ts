import { eq } from 'drizzle-orm';
import { evidenceSections } from '#lib/domain/report/evidence/evidence-sections.ts';
import type { Executor } from '#lib/server/db/index.ts';
import { completions } from '#lib/server/db/schema/credit.ts';
import { readEvidence } from '#lib/server/report/read-evidence.ts';
import { exportedRecords } from './exported.ts';
import type { TestDatabase } from './open-test-database.ts';
import { readCompletions } from './read-completions.ts';

const EVIDENCE = ['Score', 'Items that do not count', 'Result'];

/** What the evidence of a person's completion says of the attempt on which it rests, and of its regrades. */
export async function evidenceOf(db: Executor, { personId }: { personId: string }) {
  const [row] = await db.select().from(completions).where(eq(completions.personId, personId));
  const evidence = await readEvidence(db, row?.id ?? '');
  const sections = evidence === null ? [] : evidenceSections(evidence);
  const blocks = sections.find(({ id }) => id === `attempt-${row?.attemptId}`)?.blocks ?? [];
  const facts = blocks.flatMap((block) => (block.kind === 'facts' ? block.facts : []));
  const lines = blocks.flatMap((block) => (block.kind === 'list' ? block.entries : []));
  return {
    facts: facts.filter(({ label }) => EVIDENCE.includes(label)).map(({ value }) => value),
    regrades: lines.filter((line) => line.includes('egrade'))
  };
}

/** A person's score in the export, and their row of the list. */
export async function reportedScore(source: TestDatabase, { personId }: { personId: string }) {
  const [row] = await source.db.select().from(completions).where(eq(completions.personId, personId));
  const records = await exportedRecords(source);
  const record = records.find(({ completion_id }) => completion_id === row?.id);
  const list = (await readCompletions(source.db, '')).rows.find(({ id }) => id === row?.id);
  return { exported: `${record?.items_correct} of ${record?.items_total}`, list: JSON.stringify(list) };
}

import { sql } from 'drizzle-orm';
import { seedCreditRules } from '#lib/server/accreditation/seed-credit-rules.ts';
import { verifyCertificate } from '#lib/server/certificate/verify-certificate.ts';
import { openDatabase, type Database } from '#lib/server/db/index.ts';
import { importSampleIfEmpty } from '#lib/server/interchange/import-sample.ts';
import { fillDemonstration } from '#lib/server/report/demonstration/fill-demonstration.ts';

const SAMPLE = 'resistance-to-immunotherapy';

/** Of those who begin, about seven in ten complete. */
const SHARE = 0.7;

/** How many certificates are verified. */
const VERIFIED = 500;

type Place = { databaseUrl: string | null; dataDir: string };

async function withDatabase<Result>(
  place: Place,
  work: (database: Database) => Promise<Result>
): Promise<Result> {
  const database = await openDatabase(place);
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

async function countCompletions({ db }: Database): Promise<number> {
  const [row] = await db.select({ count: sql<number>`count(*)::int` }).from(sql`completions`);
  return row?.count ?? 0;
}

/** Makes an embedded database with at least so many completions, each with its responses, credit and certificate. */
export function fillEmbedded(dataDir: string, completions: number): Promise<{ completions: number }> {
  return withDatabase({ databaseUrl: null, dataDir }, async (database) => {
    const now = new Date();
    await database.migrate('drizzle');
    await seedCreditRules(database.db, now);
    await importSampleIfEmpty(database.db, { contentFolder: 'content', now });
    let made = 0;
    while (made < completions) {
      const learners = Math.ceil((completions - made) / SHARE);
      const order = {
        slug: SAMPLE,
        learners,
        detail: learners,
        seed: 'drill',
        amongRealLearners: false,
        now
      };
      const filled = await fillDemonstration(database.db, order);
      if (!filled.ok) throw new Error(`The demonstration was refused: ${filled.problem}`);
      made = await countCompletions(database);
    }
    return { completions: made };
  });
}

/** What the public is told of the oldest certificates. */
export function answersOf(place: Place): Promise<unknown[]> {
  return withDatabase(place, async ({ db }) => {
    const rows = await db
      .select({ code: sql<string>`code` })
      .from(sql`certificates`)
      .orderBy(sql`issued_at, id`)
      .limit(VERIFIED);
    const answers: unknown[] = [];
    for (const { code } of rows) {
      const asked = { typedCode: code, token: null, network: '192.0.2.0', now: new Date() };
      const answer = await verifyCertificate(db, asked);
      if (!answer.ok) throw new Error(`The certificate ${code} does not verify.`);
      answers.push(answer.value);
    }
    return answers;
  });
}

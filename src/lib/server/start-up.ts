import { seedCreditRules } from './accreditation/seed-credit-rules.ts';
import { seedMappings } from './report/accreditor/seed-mappings.ts';
import { openDatabase } from './db/index.ts';
import { requireReplicaOf } from './db/same-database.ts';
import type { Database } from './db/index.ts';
import { parseEnvironment } from './environment.ts';
import type { Environment } from './environment.ts';
import { requireHeadFolder } from './identity/chain/require-head-folder.ts';
import { createSetUpLink } from './identity/create-set-up-link.ts';
import { deleteExpiredSessions } from './identity/session-queries.ts';
import { importSampleIfEmpty } from './interchange/import-sample.ts';
import type { Jobs } from './jobs/job.ts';
import { installQueue } from './jobs/install-queue.ts';
import { JOBS, type JobName } from './jobs/job-list.ts';
import { startJobs } from './jobs/start-jobs.ts';
import { publicAddress } from './public-address.ts';
import { relintItems } from './question-bank/relint-items.ts';
import { withSigningSecret } from './signing-secret.ts';

/** What a running process holds: parsed, opened and migrated once. */
export type Application = {
  environment: Environment;
  database: Database;
  /** The whole address of the link that makes the first admin; null where there is one. */
  setUpLink: string | null;
  jobs: Jobs<JobName>;
  /** Ends what runs in the background, then closes the database. */
  close: () => Promise<void>;
};

/** Pages of reports would show what the other database holds. */
async function checkReplica({ databaseUrl, replicaDatabaseUrl }: Environment): Promise<void> {
  if (databaseUrl === null || replicaDatabaseUrl === null) return;
  await requireReplicaOf(databaseUrl, replicaDatabaseUrl);
}

async function prepare(database: Database, environment: Environment): Promise<Application> {
  const now = new Date();
  await checkReplica(environment);
  await database.migrate('drizzle', installQueue);
  await seedCreditRules(database.db, now);
  await seedMappings(database.db, now);
  await importSampleIfEmpty(database.db, { contentFolder: 'content', now });
  await relintItems(database.db);
  await deleteExpiredSessions(database.db, now);
  const path = await createSetUpLink(database.db, { now });
  const address = publicAddress(environment);
  const jobs = startJobs(JOBS, { database, environment, address });
  const close = async () => {
    await jobs.stop();
    await database.close();
    await globalThis.footnoteTracing?.close();
  };
  return { environment, database, setUpLink: path && address + path, jobs, close };
}

/** Before the database is opened: its connections are seen from the beginning. */
async function traceIfAsked({ tracing }: Environment): Promise<void> {
  if (tracing === null) return;
  const { openTracing } = await import('./watch/open-tracing.ts');
  globalThis.footnoteTracing ??= openTracing(tracing);
}

/**
 * Parses the environment, opens and migrates the database, and makes the set-up link. Throws `WrongEnvironment`,
 * `DatabaseInUse`, or what the driver throws; the database is closed again then.
 */
export async function startUp(variables: Record<string, string | undefined>): Promise<Application> {
  const environment = parseEnvironment(variables);
  await requireHeadFolder(environment.auditHeadDir);
  await traceIfAsked(environment);
  const database = await openDatabase(environment);
  try {
    return await prepare(database, withSigningSecret(environment));
  } catch (error) {
    await database.close();
    throw error;
  }
}

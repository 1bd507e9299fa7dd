import * as v from 'valibot';
import { environmentSchema } from './environment-schema.ts';
import { withSecretFiles } from './secret-files.ts';
import { WrongEnvironment } from './wrong-environment.ts';

/** Where spans go, under which name, and how many of the requests that begin here are traced, from 0 to 1. */
export type TracingSettings = { endpoint: string; serviceName: string; share: number };

/** What the process was told from outside, parsed once at start. */
export type Environment = {
  /** Null: the embedded PGlite in `dataDir`. */
  databaseUrl: string | null;
  /** The address of a replica of that database, which reports may be read from; null: there is none. */
  replicaDatabaseUrl: string | null;
  /** The address of the same database as its owner, who changes the schema; null: `databaseUrl` does, or nobody here. */
  migrationDatabaseUrl: string | null;
  dataDir: string;
  host: string;
  port: number;
  /** The address that browsers use, e.g. `https://cme.example.org`; null: http on `host` and `port`. */
  origin: string | null;
  /** Whether a proxy in front sets X-Forwarded-For and X-Forwarded-Proto, and may be believed. */
  trustProxy: boolean;
  /** How long /readyz says 503 before the program stops: for a load balancer to see it. */
  drainSeconds: number;
  /** What the private halves of the badge keys are encrypted under; null: none was set. */
  signingSecret: string | null;
  /** How much a request may hold, e.g. `6M`. */
  bodyLimit: string;
  /** Where the daily heads of the audit log are written as files; null: nowhere. */
  auditHeadDir: string | null;
  /** Null: messages wait in the outbox. */
  smtpUrl: string | null;
  /** The sender of messages; null: `no-reply` at the host of this site. */
  mailFrom: string | null;
  /** What whoever reads `/metrics` has to show; null: see `mayReadMetrics`. */
  metricsToken: string | null;
  /** Null: nothing is traced. */
  tracing: TracingSettings | null;
};

function tracingOf(told: v.InferOutput<typeof environmentSchema>): TracingSettings | null {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_SERVICE_NAME: serviceName } = told;
  return endpoint === undefined ? null : { endpoint, serviceName, share: told.OTEL_TRACES_SAMPLER_ARG };
}

/** Other addresses of a database that is not used at all: somebody who set them believes that it is. */
function addressesAlone(present: Record<string, string | undefined>): string[] {
  if (present['DATABASE_URL'] !== undefined) return [];
  return ['MIGRATION_DATABASE_URL', 'REPLICA_DATABASE_URL']
    .filter((name) => present[name] !== undefined)
    .map((name) => `${name} is set and DATABASE_URL is not: set both, or neither for the embedded database`);
}

/** Parses the environment. An empty variable counts as unset. Throws `WrongEnvironment` naming every wrong value. */
export function parseEnvironment(variables: Record<string, string | undefined>): Environment {
  const given = Object.entries(withSecretFiles(variables));
  const present = Object.fromEntries(given.filter(([, value]) => value !== ''));
  const parsed = v.safeParse(environmentSchema, present);
  if (!parsed.success) {
    throw new WrongEnvironment(parsed.issues.map((issue) => `${v.getDotPath(issue)} ${issue.message}`));
  }
  const alone = addressesAlone(present);
  if (alone.length > 0) throw new WrongEnvironment(alone);
  const { DATABASE_URL, DATA_DIR, HOST, PORT, ORIGIN, TRUST_PROXY, ...optional } = parsed.output;
  return {
    databaseUrl: DATABASE_URL ?? null,
    replicaDatabaseUrl: optional.REPLICA_DATABASE_URL ?? null,
    migrationDatabaseUrl: optional.MIGRATION_DATABASE_URL ?? null,
    dataDir: DATA_DIR,
    host: HOST,
    port: PORT,
    origin: ORIGIN ?? null,
    trustProxy: TRUST_PROXY === 'true',
    drainSeconds: optional.DRAIN_SECONDS,
    bodyLimit: optional.BODY_SIZE_LIMIT,
    signingSecret: optional.SIGNING_SECRET ?? null,
    auditHeadDir: optional.AUDIT_HEAD_DIR ?? null,
    smtpUrl: optional.SMTP_URL ?? null,
    mailFrom: optional.MAIL_FROM ?? null,
    metricsToken: optional.METRICS_TOKEN ?? null,
    tracing: tracingOf(parsed.output)
  };
}

import * as v from 'valibot';
import { withSecretFiles } from './secret-files.ts';

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

/** The environment holds a value that Footnote cannot use; the message names each. */
class WrongEnvironment extends Error {
  override name = 'WrongEnvironment';
}

const isPostgresUrl = (value: string) =>
  URL.canParse(value) && /^postgres(ql)?:$/.test(new URL(value).protocol);

const isSmtpUrl = (value: string) => URL.canParse(value) && /^smtps?:$/.test(new URL(value).protocol);

const isHttpUrl = (value: string) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);

const isOrigin = (value: string) => URL.canParse(value) && new URL(value).origin === value;

const postgresUrl = v.optional(
  v.pipe(
    v.string(),
    v.check(isPostgresUrl, 'must be a PostgreSQL address, e.g. postgres://user:password@host:5432/footnote')
  )
);

const schema = v.object({
  DATABASE_URL: postgresUrl,
  MIGRATION_DATABASE_URL: postgresUrl,
  REPLICA_DATABASE_URL: postgresUrl,
  DATA_DIR: v.optional(v.pipe(v.string(), v.nonEmpty('must name a folder')), './data'),
  HOST: v.optional(v.pipe(v.string(), v.nonEmpty('must name an address to listen on')), '127.0.0.1'),
  PORT: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^\d{1,5}$/, 'must be a port number from 1 to 65535'),
      v.transform(Number),
      v.minValue(1, 'must be a port number from 1 to 65535'),
      v.maxValue(65535, 'must be a port number from 1 to 65535')
    ),
    '3000'
  ),
  ORIGIN: v.optional(
    v.pipe(v.string(), v.check(isOrigin, 'must be scheme, host and port alone, e.g. https://cme.example.org'))
  ),
  SMTP_URL: v.optional(
    v.pipe(
      v.string(),
      v.check(isSmtpUrl, 'must be the address of a mail server, e.g. smtps://user:password@mail.example.org')
    )
  ),
  MAIL_FROM: v.optional(
    v.pipe(
      v.string(),
      v.regex(
        /^(?:[^<>\r\n]+ <)?[^\s<>@]+@[^\s<>@]+>?$/,
        'must be an address, e.g. Footnote <cme@example.org>'
      )
    )
  ),
  AUDIT_HEAD_DIR: v.optional(v.string()),
  OTEL_EXPORTER_OTLP_ENDPOINT: v.optional(
    v.pipe(
      v.string(),
      v.check(isHttpUrl, 'must be the address of a collector (OTLP over http), e.g. http://localhost:4318')
    )
  ),
  OTEL_SERVICE_NAME: v.optional(v.string(), 'footnote'),
  OTEL_TRACES_SAMPLER_ARG: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^(0|1|0?\.\d+|1\.0+)$/, 'must be a share of the requests from 0 to 1, e.g. 0.1'),
      v.transform(Number)
    ),
    '1'
  ),
  METRICS_TOKEN: v.optional(
    v.pipe(
      v.string(),
      v.regex(
        /^[\w.~+/=-]{24,}$/,
        'must have 24 characters or more, letters and digits, e.g. the output of: openssl rand -hex 24'
      )
    )
  ),
  TRUST_PROXY: v.optional(v.picklist(['true', 'false'], 'must be true or false'), 'false'),
  DRAIN_SECONDS: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^\d{1,3}$/, 'must be a whole number of seconds up to 999'),
      v.transform(Number)
    ),
    '0'
  ),
  SIGNING_SECRET: v.optional(
    v.pipe(
      v.string(),
      v.minLength(32, 'must have 32 characters or more, e.g. the output of: openssl rand -base64 48')
    )
  )
});

function tracingOf(told: v.InferOutput<typeof schema>): TracingSettings | null {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_SERVICE_NAME: serviceName } = told;
  return endpoint === undefined ? null : { endpoint, serviceName, share: told.OTEL_TRACES_SAMPLER_ARG };
}

/** Parses the environment. An empty variable counts as unset. Throws `WrongEnvironment` naming every wrong value. */
export function parseEnvironment(variables: Record<string, string | undefined>): Environment {
  const given = Object.entries(withSecretFiles(variables));
  const present = Object.fromEntries(given.filter(([, value]) => value !== ''));
  const parsed = v.safeParse(schema, present);
  if (!parsed.success) {
    const lines = parsed.issues.map((issue) => `  ${v.getDotPath(issue)} ${issue.message}`);
    throw new WrongEnvironment(`The environment has values that Footnote cannot use:\n${lines.join('\n')}`);
  }
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
    signingSecret: optional.SIGNING_SECRET ?? null,
    auditHeadDir: optional.AUDIT_HEAD_DIR ?? null,
    smtpUrl: optional.SMTP_URL ?? null,
    mailFrom: optional.MAIL_FROM ?? null,
    metricsToken: optional.METRICS_TOKEN ?? null,
    tracing: tracingOf(parsed.output)
  };
}

import * as v from 'valibot';

const isPostgresUrl = (value: string) => URL.canParse(value) && /^postgres(ql)?:\/\/./i.test(value);

const isSmtpUrl = (value: string) =>
  URL.canParse(value) && /^smtps?:$/.test(new URL(value).protocol) && new URL(value).hostname !== '';

const isHttpUrl = (value: string) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);

const isOrigin = (value: string) => isHttpUrl(value) && new URL(value).origin === value;

const postgresUrl = v.optional(
  v.pipe(
    v.string(),
    v.check(isPostgresUrl, 'must be a PostgreSQL address, e.g. postgres://user:password@host:5432/footnote')
  )
);

/** Each variable, and what stands for it where it is unset. */
export const environmentSchema = v.object({
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
        /^(?:[^<>\r\n]+ <[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/,
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
  // Read by the package that speaks to the collector, which passes over what it cannot read.
  OTEL_EXPORTER_OTLP_HEADERS: v.optional(
    v.pipe(
      v.string(),
      v.regex(
        /^[^=,]+=[^,]+(,[^=,]+=[^,]+)*$/,
        'must be names and values, NAME=VALUE,NAME=VALUE, percent-encoded, e.g. authorization=Bearer%20…'
      )
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
  BODY_SIZE_LIMIT: v.optional(
    v.pipe(v.string(), v.regex(/^[1-9]\d*[KMG]?$/i, 'must be a number of bytes, or of K, M or G, e.g. 6M')),
    '6M'
  ),
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

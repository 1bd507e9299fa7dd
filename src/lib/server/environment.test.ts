import { describe, expect, test } from 'vitest';
import { parseEnvironment } from './environment.ts';

const postgres = 'postgres://one@db/footnote';

describe('what somebody set, and cannot have, is named and never passed over', () => {
  test.each([
    ['DATABASE_URL', 'postgres:footnote'],
    ['DATABASE_URL', 'postgres://'],
    ['DATABASE_URL', 'mysql://db/footnote'],
    ['ORIGIN', 'https://cme.example.org/'],
    ['ORIGIN', 'ftp://cme.example.org'],
    ['SMTP_URL', 'smtp:mail.example.org'],
    ['MAIL_FROM', 'Footnote <cme@example.org'],
    ['MAIL_FROM', 'cme@example.org>'],
    ['BODY_SIZE_LIMIT', '6MB'],
    ['BODY_SIZE_LIMIT', '0'],
    ['BODY_SIZE_LIMIT', '-6M'],
    ['TRUST_PROXY', 'yes'],
    ['DRAIN_SECONDS', '1.5'],
    ['OTEL_TRACES_SAMPLER_ARG', '2'],
    ['OTEL_EXPORTER_OTLP_HEADERS', 'Bearer abc'],
    ['OTEL_EXPORTER_OTLP_HEADERS', 'authorization=Basic%20YQ==,abc']
  ])('%s=%s', (name, value) => {
    expect(() => parseEnvironment({ [name]: value })).toThrow(`${name} must be`);
  });

  test.each(['MIGRATION_DATABASE_URL', 'REPLICA_DATABASE_URL'])('%s without DATABASE_URL', (name) => {
    expect(() => parseEnvironment({ [name]: postgres })).toThrow(`${name} is set and DATABASE_URL is not`);
    expect(() => parseEnvironment({ [name]: postgres, DATABASE_URL: postgres })).not.toThrow();
  });
});

test('takes what is meant, and an empty variable for one that is unset', () => {
  const told = {
    DATABASE_URL: 'postgresql:///footnote',
    ORIGIN: 'https://cme.example.org:8443',
    SMTP_URL: 'smtps://user:p%40ss@mail.example.org',
    MAIL_FROM: 'Footnote <cme@example.org>',
    BODY_SIZE_LIMIT: '512k',
    OTEL_EXPORTER_OTLP_HEADERS: 'authorization=Basic%20YQ==, x-tenant=1',
    METRICS_TOKEN: ''
  };
  expect(parseEnvironment(told)).toMatchObject({
    databaseUrl: told.DATABASE_URL,
    origin: told.ORIGIN,
    smtpUrl: told.SMTP_URL,
    mailFrom: told.MAIL_FROM,
    bodyLimit: '512k',
    metricsToken: null
  });
  expect(parseEnvironment({ MAIL_FROM: 'cme@example.org' })).toMatchObject({ port: 3000, bodyLimit: '6M' });
});

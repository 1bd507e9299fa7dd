import { readFileSync } from 'node:fs';

/** What nobody should have to put into the environment, where every child process and many a log shows it. */
const SECRETS = [
  'DATABASE_URL',
  'MIGRATION_DATABASE_URL',
  'REPLICA_DATABASE_URL',
  'SIGNING_SECRET',
  'SMTP_URL',
  'METRICS_TOKEN'
];

type Variables = Record<string, string | undefined>;

function readSecret(variables: Variables, name: string): Variables {
  const file = variables[`${name}_FILE`];
  if (!file) return {};
  if (variables[name]) throw new Error(`${name} and ${name}_FILE are both set. Keep one of them.`);
  return { [name]: readFileSync(file, 'utf8').trim() };
}

/**
 * The environment with the secrets that it names by file, `SIGNING_SECRET_FILE=/run/secrets/…` for `SIGNING_SECRET`, as
 * container engines hand them over. Throws where a file cannot be read, and where a secret is given both ways.
 */
export function withSecretFiles(variables: Variables): Variables {
  return SECRETS.reduce((known, name) => ({ ...known, ...readSecret(variables, name) }), variables);
}

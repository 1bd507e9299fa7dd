import { readFileSync } from 'node:fs';
import { WrongEnvironment } from './wrong-environment.ts';

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

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

function readText(variable: string, file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    const mend = 'name a file that this user may read, or unset it';
    throw new WrongEnvironment([
      `${variable} names ${file}, which cannot be read (${reasonOf(error)}): ${mend}`
    ]);
  }
}

function readSecret(variable: string, file: string): string {
  const secret = readText(variable, file);
  // Taken for unset, an empty DATABASE_URL would start the program on an empty embedded database.
  if (secret !== '') return secret;
  throw new WrongEnvironment([
    `${variable} names ${file}, which is empty: write the value into it, or unset it`
  ]);
}

function fromFile(variables: Variables, name: string): Variables {
  const file = variables[`${name}_FILE`];
  if (!file) return {};
  if (!variables[name]) return { [name]: readSecret(`${name}_FILE`, file) };
  throw new WrongEnvironment([`${name} and ${name}_FILE are both set: keep one of them`]);
}

/**
 * The environment with the secrets that it names by file, `SIGNING_SECRET_FILE=/run/secrets/…` for `SIGNING_SECRET`, as
 * container engines hand them over. Throws `WrongEnvironment` where a file cannot be read or holds nothing, and where a
 * secret is given both ways.
 */
export function withSecretFiles(variables: Variables): Variables {
  return SECRETS.reduce((known, name) => ({ ...known, ...fromFile(variables, name) }), variables);
}

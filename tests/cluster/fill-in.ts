import { readFileSync } from 'node:fs';

/** A file of deploy/ with its names filled in, as envsubst does it. Throws where a value is missing. */
export function fillIn(path: string, values: Record<string, string>): string {
  return readFileSync(path, 'utf8').replaceAll(/\$\{([A-Z0-9_]+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`${path} wants ${name}, and nothing was given for it.`);
    return value;
  });
}

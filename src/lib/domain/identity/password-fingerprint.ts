/** FNV-1a with 64 bits: offset basis and prime (Fowler, Noll, Vo). */
const OFFSET = 0xcbf29ce484222325n;
const PRIME = 0x100000001b3n;

/** So many signs of base 36 hold 46 bits: of ten billion passwords one is taken for a leaked one by mistake. */
const SIGNS = 9;

/**
 * Nine signs for a password, as the list of leaked ones has it. No protection: the list is public. It keeps the addresses
 * and insults out of this source that people used as passwords.
 */
export function passwordFingerprint(password: string): string {
  let hash = OFFSET;
  for (let at = 0; at < password.length; at += 1)
    hash = BigInt.asUintN(64, (hash ^ BigInt(password.charCodeAt(at))) * PRIME);
  return (hash % 36n ** BigInt(SIGNS)).toString(36).padStart(SIGNS, '0');
}

/** The fingerprints in a text that holds nothing but them. */
export function readFingerprints(text: string): ReadonlySet<string> {
  return new Set(text.match(/[0-9a-z]{9}/g));
}

import { tidyLine } from '#lib/domain/identity/tidy-line.ts';

/** Name and credentials as one line, e.g. `Ada Lovelace, MD`. */
export function printedHolder(name: string, credentials: string): string {
  return credentials === '' ? name : `${name}, ${credentials}`;
}

/** The holder as printed: given and family name in this order, then the credentials, e.g. `Ada Lovelace, MD`. */
export function holderName(profile: { givenName: string; familyName: string; credentials: string }): string {
  const name = tidyLine(`${profile.givenName} ${profile.familyName}`);
  return printedHolder(name, tidyLine(profile.credentials));
}

/** The printed line in its two parts, for a form; joined again they are the line. Credentials begin at the first comma. */
export function holderParts(holder: string): { name: string; credentials: string } {
  const comma = holder.indexOf(', ');
  if (comma === -1) return { name: holder, credentials: '' };
  return { name: holder.slice(0, comma), credentials: holder.slice(comma + 2) };
}

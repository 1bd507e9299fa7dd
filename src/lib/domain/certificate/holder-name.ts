import { tidyLine } from '#lib/domain/identity/tidy-line.ts';

/** The holder as printed: given and family name in this order, then the credentials, e.g. `Ada Lovelace, MD`. */
export function holderName(profile: { givenName: string; familyName: string; credentials: string }): string {
  const name = tidyLine(`${profile.givenName} ${profile.familyName}`);
  const credentials = tidyLine(profile.credentials);
  return credentials === '' ? name : `${name}, ${credentials}`;
}

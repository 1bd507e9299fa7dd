/** Characters that move the text around them, and so could make a name read as another one. */
const BIDI_CONTROLS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

const onOneLine = (text: string) =>
  text
    .normalize('NFC')
    .replaceAll(BIDI_CONTROLS, '')
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim();

/** The holder as printed: given and family name in this order, then the credentials, e.g. `Ada Lovelace, MD`. */
export function holderName(profile: { givenName: string; familyName: string; credentials: string }): string {
  const name = onOneLine(`${profile.givenName} ${profile.familyName}`);
  const credentials = onOneLine(profile.credentials);
  return credentials === '' ? name : `${name}, ${credentials}`;
}

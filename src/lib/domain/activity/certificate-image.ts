import type { FieldProblem } from '../identity/field-problem.ts';
import { isPrintable, tidyLine } from '../identity/tidy-line.ts';

/** What an activity may have printed on its certificates. */
export const CERTIFICATE_IMAGE_KINDS = ['logo', 'signature'] as const;

export type CertificateImageKind = (typeof CERTIFICATE_IMAGE_KINDS)[number];

/** An image as it is frozen with the activity version; the caption says what it shows. */
export type CertificateImage = {
  kind: CertificateImageKind;
  mediaType: 'image/png' | 'image/jpeg';
  content: Uint8Array;
  caption: string;
};

/** Whether a word of an address or a form names one of them. */
export function isCertificateImageKind(word: string): word is CertificateImageKind {
  return CERTIFICATE_IMAGE_KINDS.some((kind) => kind === word);
}

/** What a file may have, in bytes. */
export const LARGEST_IMAGE = 512 * 1024;

const LONGEST_CAPTION = 120;

const MISSING: Record<CertificateImageKind, string> = {
  logo: 'Say whose logo it is',
  signature: 'Enter the name and the office of who signs'
};

/** What is wrong with a caption as typed, at its field; none: it can be kept as `tidyLine` makes it. */
export function captionProblems(kind: CertificateImageKind, typed: string): FieldProblem[] {
  const caption = tidyLine(typed);
  const field = `${kind}-caption`;
  if (caption === '') return [{ field, message: MISSING[kind] }];
  if ([...caption].length > LONGEST_CAPTION)
    return [{ field, message: `Shorten this to ${LONGEST_CAPTION} characters or fewer` }];
  return isPrintable(caption) ? [] : [{ field, message: 'Leave out characters that cannot be printed' }];
}

/** What a document behind an external credit may be. */
export type DocumentMediaType = 'application/pdf' | 'image/png' | 'image/jpeg';

/** Bytes that a document may have. */
const MOST_DOCUMENT_BYTES = 5 * 1024 * 1024;

const SIGNATURES: { mediaType: DocumentMediaType; bytes: number[] }[] = [
  { mediaType: 'application/pdf', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { mediaType: 'image/png', bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { mediaType: 'image/jpeg', bytes: [0xff, 0xd8, 0xff] }
];

/** What a file is by its first bytes, whatever its name says; null: none of those that are taken. */
export function mediaTypeOf(content: Uint8Array): DocumentMediaType | null {
  const found = SIGNATURES.find(({ bytes }) => bytes.every((byte, index) => content[index] === byte));
  return found?.mediaType ?? null;
}

/** What keeps a file from being taken, or null. */
export function documentProblem(content: Uint8Array): string | null {
  if (content.byteLength > MOST_DOCUMENT_BYTES) return 'Choose a file of at most 5 MB';
  return mediaTypeOf(content) === null ? 'Choose a PDF, PNG or JPEG file' : null;
}

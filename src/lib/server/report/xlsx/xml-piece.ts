/** XML that grows until it is packed: the first `length` of `bytes`. One piece is filled again and again. */
export type XmlPiece = { bytes: Buffer; length: number };

/** A piece for about `size` bytes; it grows where one row is larger. */
export const openPiece = (size: number): XmlPiece => ({ bytes: Buffer.allocUnsafeSlow(size), length: 0 });

function makeRoom(piece: XmlPiece, more: number): void {
  if (piece.length + more <= piece.bytes.length) return;
  const larger = Buffer.allocUnsafeSlow(2 * (piece.length + more));
  piece.bytes.copy(larger, 0, 0, piece.length);
  piece.bytes = larger;
}

/**
 * Adds text of which every sign is ASCII. By hand: a call into the runtime for each of the twenty small parts of a row costs
 * more than their bytes, and so does to join them first.
 */
export function addAscii(piece: XmlPiece, text: string): void {
  makeRoom(piece, text.length);
  const { bytes, length } = piece;
  for (let index = 0; index < text.length; index += 1) bytes[length + index] = text.charCodeAt(index);
  piece.length = length + text.length;
}

/** Adds any text, as UTF-8. */
export function addText(piece: XmlPiece, text: string): void {
  makeRoom(piece, Buffer.byteLength(text));
  piece.length += piece.bytes.write(text, piece.length);
}

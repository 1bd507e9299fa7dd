import { create } from 'qrcode';

/** A QR code as one SVG path on a grid of `size` × `size` units, without its quiet zone. */
export type QrPath = { size: number; path: string };

/** Starts and lengths of the dark runs of one row. */
function darkRuns(row: Uint8Array): { start: number; length: number }[] {
  const runs: { start: number; length: number }[] = [];
  row.forEach((dark, column) => {
    const last = runs.at(-1);
    if (!dark) return;
    if (last && last.start + last.length === column) last.length += 1;
    else runs.push({ start: column, length: 1 });
  });
  return runs;
}

/** Encodes text (an address) with error correction M: 15 % of a printed code may be lost. */
export function qrPath(text: string): QrPath {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules;
  const rows = Array.from({ length: size }, (_, row) =>
    darkRuns(data.subarray(row * size, (row + 1) * size))
      .map(({ start, length }) => `M${start} ${row}h${length}v1h-${length}z`)
      .join('')
  );
  return { size, path: rows.join('') };
}

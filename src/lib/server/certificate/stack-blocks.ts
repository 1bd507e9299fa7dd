/** A part of the sheet: its height in points, and its share of the free space above it. */
export type Block = { height: number; gap: number; draw: (y: number) => void };

/** Draws blocks from `top` to `bottom`; what they leave free is shared among the gaps between them. */
export function stackBlocks(
  blocks: readonly Block[],
  { top, bottom }: { top: number; bottom: number }
): void {
  const used = blocks.reduce((sum, { height }) => sum + height, 0);
  const shares = blocks.reduce((sum, { gap }) => sum + gap, 0);
  const share = Math.max(0, bottom - top - used) / Math.max(1, shares);
  let y = top;
  for (const { height, gap, draw } of blocks) {
    y += gap * share;
    draw(y);
    y += height;
  }
}

/** Fewer people than this are not shown (ux.md §9: privacy). */
const FEW = 5;

/**
 * A share of people as it may be shown, per cent: exactly, or where fewer than five are on one side, that it is above or
 * below a bound; nothing where both sides are that small.
 */
export type ShownShare =
  { kind: 'exact' | 'above' | 'below'; percent: number } | { kind: 'held'; percent: null };

/** `count` of `of` people. */
export function shownShare(count: number, of: number): ShownShare {
  const isSmall = (number: number) => number > 0 && number < FEW;
  const [few, fewOthers] = [isSmall(count), isSmall(of - count)];
  if (of < FEW || (few && fewOthers)) return { kind: 'held', percent: null };
  if (few) return { kind: 'below', percent: (100 * FEW) / of };
  if (fewOthers) return { kind: 'above', percent: (100 * (of - FEW)) / of };
  return { kind: 'exact', percent: (100 * count) / of };
}

const rounded = (percent: number) => `${percent.toFixed(percent === 0 || percent === 100 ? 0 : 1)}%`;

/** The share in words, e.g. `54.3%`, `above 96.4%`. */
export function shareWords(share: ShownShare): string {
  if (share.kind === 'held') return 'held back: too few people';
  return share.kind === 'exact' ? rounded(share.percent) : `${share.kind} ${rounded(share.percent)}`;
}

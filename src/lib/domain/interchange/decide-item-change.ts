type Current = { status: string; sameContent: boolean };

/**
 * What the import of an item does with the version that the bank holds (the live one, else the newest): `keep` it,
 * `publish` it as it is, or `replace` it with the next version. A live version is never changed: it is retired then.
 */
export function decideItemChange(
  current: Current | null,
  wanted: 'reviewed' | 'draft'
): 'keep' | 'publish' | 'replace' {
  if (!current?.sameContent || current.status === 'retired') return 'replace';
  const isLive = current.status === 'live';
  if (isLive === (wanted === 'reviewed')) return 'keep';
  return isLive ? 'replace' : 'publish';
}

/**
 * The label of the version after `labels`, e.g. `0.2.0` after `0.1.0`: the highest one with its middle number raised
 * (Semantic Versioning 2.0.0: new content that does not break what rests on the old). `0.1.0` where there is none.
 */
export function nextVersionLabel(labels: string[]): string {
  const parsed = labels.flatMap((label) => {
    const found = /^(\d+)\.(\d+)\.(\d+)$/.exec(label);
    return found ? [{ major: Number(found[1]), minor: Number(found[2]) }] : [];
  });
  const [highest] = parsed.toSorted((one, other) => other.major - one.major || other.minor - one.minor);
  return highest === undefined ? '0.1.0' : `${highest.major}.${highest.minor + 1}.0`;
}

type Part = { id: string; text: string };

/** The same part in both versions, or one that was added (`before` null) or removed (`after` null). Indexes from 0. */
export type Pair<P extends Part> = {
  before: { part: P; index: number } | null;
  after: { part: P; index: number } | null;
};

type Found<P> = { part: P; index: number };

/**
 * Which option (or target) of one version became which of the other: first those with the same id and text, then those
 * with the same text, then those with the same id. So an option that only moved is not shown as rewritten. In the order
 * of the later version, removed ones last.
 */
export function pairParts<P extends Part>(before: P[], after: P[]): Pair<P>[] {
  const open = new Set<Found<P>>(before.map((part, index) => ({ part, index })));
  const matches = new Map<number, Found<P>>();
  const isSame: ((one: P, other: P) => boolean)[] = [
    (one, other) => one.id === other.id && one.text === other.text,
    (one, other) => one.text.trim() !== '' && one.text === other.text,
    (one, other) => one.id === other.id
  ];
  for (const matching of isSame) {
    after.forEach((part, index) => {
      if (matches.has(index)) return;
      const found = [...open].find((candidate) => matching(candidate.part, part));
      if (!found) return;
      matches.set(index, found);
      open.delete(found);
    });
  }
  const kept = after.map((part, index) => ({ before: matches.get(index) ?? null, after: { part, index } }));
  return [...kept, ...[...open].map((found) => ({ before: found, after: null }))];
}

/** How long the longest run of rising places is that ends at each place of the list. */
function runLengths(places: number[]): { length: number; previous: number }[] {
  const runs: { length: number; previous: number }[] = [];
  for (const place of places) {
    let best = { length: 1, previous: -1 };
    runs.forEach((run, earlier) => {
      const isLonger = run.length + 1 > best.length;
      if (isLonger && (places[earlier] ?? 0) < place) best = { length: run.length + 1, previous: earlier };
    });
    runs.push(best);
  }
  return runs;
}

/** Pairs that changed places among those that both versions have: the fewest that explain the new order. */
export function movedPairs<P extends Part>(pairs: Pair<P>[]): Pair<P>[] {
  const common = pairs.filter(({ before, after }) => before !== null && after !== null);
  const runs = runLengths(common.map(({ before }) => before?.index ?? 0));
  const longest = Math.max(0, ...runs.map(({ length }) => length));
  const stayed = new Set<number>();
  let at = runs.findIndex(({ length }) => length === longest);
  while (at >= 0) {
    stayed.add(at);
    at = runs[at]?.previous ?? -1;
  }
  return common.filter((_, index) => !stayed.has(index));
}

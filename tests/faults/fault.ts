/** What came of a fault. `broken`: a promise did not hold, or a control that must lose lost nothing. */
export type Finding = {
  verdict: 'held' | 'broken' | 'not run';
  /** One line for people: what was seen, or what is missing to run it. */
  words: string;
  /** What was counted, for the record. */
  numbers: Record<string, number>;
};

export type FaultOptions = {
  /** How many rounds those have that go in rounds; null: as many as the fault wants. */
  rounds: number | null;
  /** From 0 to 1, the same series for the same seed. */
  random: () => number;
  say: (line: string) => void;
};

/** Something that goes wrong, and what must hold nevertheless. */
export type Fault = {
  name: string;
  promise: string;
  run: (options: FaultOptions) => Promise<Finding>;
};

/** A finding from the reasons that were found against a promise: none, and it held. */
export function judged(reasons: string[], numbers: Record<string, number>, words: string): Finding {
  if (reasons.length === 0) return { verdict: 'held', words, numbers };
  return { verdict: 'broken', words: `${reasons.slice(0, 4).join('; ')} (${words})`, numbers };
}

/** A fault that this machine cannot make. It never counts as passed. */
export const notRun = (words: string): Finding => ({ verdict: 'not run', words, numbers: {} });

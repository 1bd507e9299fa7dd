import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideSubmission, type SequencedResponse } from './decide-submission.ts';

const sent = (
  option: string,
  sequence: number,
  idempotencyKey = `key-${option}-${sequence}`
): SequencedResponse => ({
  response: { type: 'single', option },
  sequence,
  idempotencyKey
});

const now = new Date('2027-03-31T14:41:00Z');
const assessment = { state: 'in-progress', firstIsFinal: false, closesAt: null, now } as const;
const practice = { ...assessment, firstIsFinal: true } as const;
const finished = { ...assessment, state: 'submitted' } as const;

describe('a response in an assessment', () => {
  it('is stored, and changed by one with a higher sequence', () => {
    expect(decideSubmission({ ...assessment, stored: null, sent: sent('a', 1) })).toEqual({ kind: 'insert' });
    expect(decideSubmission({ ...assessment, stored: sent('a', 1), sent: sent('b', 2) })).toEqual({
      kind: 'replace'
    });
  });

  it('is not changed by an older tab, whose sequence is equal or lower', () => {
    const refusal = { kind: 'refuse', why: 'stale-sequence' };
    expect(decideSubmission({ ...assessment, stored: sent('a', 2), sent: sent('b', 2) })).toEqual(refusal);
    expect(decideSubmission({ ...assessment, stored: sent('a', 2), sent: sent('b', 1) })).toEqual(refusal);
  });

  it('is acknowledged again when the same request comes again', () => {
    expect(decideSubmission({ ...assessment, stored: sent('a', 1), sent: sent('a', 1) })).toEqual({
      kind: 'replay'
    });
    expect(decideSubmission({ ...finished, stored: sent('a', 1), sent: sent('a', 1) })).toEqual({
      kind: 'replay'
    });
  });

  it('is not replayed when the form of the same request came back with another choice', () => {
    const stored = sent('a', 1, 'the-key');
    expect(decideSubmission({ ...assessment, stored, sent: sent('b', 1, 'the-key') })).toEqual({
      kind: 'refuse',
      why: 'stale-sequence'
    });
  });

  it('raises the sequence when the same choice is saved anew, so that a delayed older one stays out', () => {
    const again = decideSubmission({ ...assessment, stored: sent('a', 1), sent: sent('a', 3) });
    expect(again).toEqual({ kind: 'replace' });
  });

  it('is refused once the attempt is finished', () => {
    const refusal = { kind: 'refuse', why: 'attempt-submitted' };
    expect(decideSubmission({ ...finished, stored: null, sent: sent('a', 1) })).toEqual(refusal);
    expect(decideSubmission({ ...finished, stored: sent('a', 1), sent: sent('b', 2) })).toEqual(refusal);
  });

  it('is refused after the closing time, be the attempt finished by then or not, and taken a little late', () => {
    const closesAt = new Date('2027-03-31T14:40:00Z');
    const first = { stored: null, sent: sent('a', 1), closesAt };
    const timeUp = { kind: 'time-up', closesAt };
    for (const state of [assessment, finished]) {
      expect(decideSubmission({ ...state, ...first })).toEqual(timeUp);
    }
    const late = new Date('2027-03-31T14:40:20Z');
    expect(decideSubmission({ ...assessment, ...first, now: late })).toEqual({ kind: 'insert' });
    const repeated = { stored: sent('a', 1), sent: sent('a', 1), closesAt };
    expect(decideSubmission({ ...assessment, ...repeated }), 'it was acknowledged').toEqual({
      kind: 'replay'
    });
  });
});

describe('a response in practice', () => {
  it('is final, because its feedback has been seen', () => {
    expect(decideSubmission({ ...practice, stored: null, sent: sent('a', 1) })).toEqual({ kind: 'insert' });
    expect(decideSubmission({ ...practice, stored: sent('a', 1), sent: sent('b', 2) })).toEqual({
      kind: 'refuse',
      why: 'already-answered'
    });
    expect(decideSubmission({ ...practice, stored: sent('a', 1), sent: sent('a', 1) })).toEqual({
      kind: 'replay'
    });
  });
});

describe('any order of packets', () => {
  it('ends with the highest sequence that was sent, however they were delayed or repeated', () => {
    const packets = fc.array(fc.record({ option: fc.constantFrom('a', 'b', 'c'), at: fc.nat({ max: 9 }) }), {
      minLength: 1,
      maxLength: 9
    });
    fc.assert(
      fc.property(packets, fc.infiniteStream(fc.nat()), (choices, chance) => {
        // One tab: each choice has the next sequence; the network repeats and shuffles.
        const all = choices.flatMap(({ option }, index) => [
          sent(option, index + 1),
          sent(option, index + 1)
        ]);
        const arriving = all.toSorted(() => ((chance.next().value ?? 0) % 2) - 0.5);
        let stored: SequencedResponse | null = null;
        let inserted = 0;
        for (const packet of arriving) {
          const { kind } = decideSubmission({ ...assessment, stored, sent: packet });
          if (kind === 'insert') inserted += 1;
          if (kind === 'insert' || kind === 'replace') stored = packet;
        }
        expect(inserted).toBe(1);
        expect(stored?.sequence).toBe(choices.length);
      })
    );
  });
});

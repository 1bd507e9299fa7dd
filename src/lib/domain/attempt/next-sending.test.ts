import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideSubmission } from './decide-submission.ts';
import { holdsAnother, nextSending } from './next-sending.ts';
import { outcomeOfSending } from './sending-outcome.ts';

const form = (option: string, sequence = 1, key = 'form') =>
  new URLSearchParams({ sequence: String(sequence), key, option });

const entriesOf = (fields: URLSearchParams) => Object.fromEntries(fields);

describe('what is sent again', () => {
  it('is what stands in the form where nothing waits', () => {
    expect(entriesOf(nextSending(form('a'), null, 'new'))).toEqual(entriesOf(form('a')));
  });

  it('is the very same request where the same response waits, also from a page that was loaded anew', () => {
    const again = nextSending(form('a', 1, 'reloaded'), form('a', 1, 'first'), 'new');
    expect(entriesOf(again)).toEqual({ sequence: '1', key: 'first', option: 'a' });
  });

  it('is a request of its own, later than what waits, where the person chose anew', () => {
    expect(entriesOf(nextSending(form('b', 1), form('a', 1), 'new'))).toEqual({
      sequence: '2',
      key: 'new',
      option: 'b'
    });
  });

  it('stands in the end whichever of the earlier ones arrived, in whatever order', () => {
    const choices = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(choices, fc.infiniteStream(fc.boolean()), (chosen, arrives) => {
        const sent = chosen.reduce<URLSearchParams[]>((before, option, index) => {
          const next = nextSending(form(option), before.at(-1) ?? null, `key-${index}`);
          return [...before, next];
        }, []);
        // The last is sent until it is acknowledged; a delayed packet of an earlier one may come after it.
        const last = sent.at(-1) ?? form('a');
        const arriving = [...sent.filter(() => arrives.next().value), last, ...sent];
        let stored: { option: string; sequence: number; key: string } | null = null;
        for (const fields of arriving) {
          const { option = '', key = '', ...rest } = entriesOf(fields);
          const sequence = Number(rest['sequence']);
          const asSequenced = (one: { option: string; sequence: number; key: string }) => ({
            response: { type: 'single', option: one.option } as const,
            sequence: one.sequence,
            idempotencyKey: one.key
          });
          const decided = decideSubmission({
            state: 'in-progress',
            closesAt: null,
            now: new Date(0),
            firstIsFinal: false,
            stored: stored && asSequenced(stored),
            sent: asSequenced({ option, sequence, key })
          });
          if (decided.kind === 'insert' || decided.kind === 'replace') stored = { option, sequence, key };
        }
        expect(stored).toMatchObject({ option: chosen.at(-1) });
      })
    );
  });
});

describe('a choice that was changed while the one before was on its way', () => {
  it('is still to be sent, but in practice, where the first response stands', () => {
    const shown = (kind: string, option: string) => ({ kind, fields: form(option) });
    expect(holdsAnother(shown('assessment', 'b'), form('a', 1, 'first'))).toBe(true);
    expect(holdsAnother(shown('assessment', 'a'), form('a', 1, 'first'))).toBe(false);
    expect(holdsAnother(shown('practice', 'b'), form('a', 1, 'first'))).toBe(false);
  });
});

describe('what became of it', () => {
  const ours = '<head><meta name="footnote-owner" content="abc"/></head>';
  it.each([
    ['stored', { status: 200, redirected: true, path: '/attempts/x/2', html: ours }],
    ['signed-out', { status: 200, redirected: true, path: '/sign-in', html: '<main>Sign in</main>' }],
    ['refused', { status: 409, redirected: false, path: '/attempts/x/1', html: ours }],
    ['refused', { status: 400, redirected: false, path: '/attempts/x/1', html: ours }],
    ['unknown', { status: 503, redirected: false, path: '/attempts/x/1', html: ours }],
    ['unknown', { status: 429, redirected: false, path: '/attempts/x/1', html: ours }],
    // The response was taken, but the page after it failed: sent again it is a repetition, and counts once.
    ['unknown', { status: 500, redirected: true, path: '/attempts/x/2', html: ours }],
    // A hotel that wants its terms accepted.
    ['unknown', { status: 200, redirected: false, path: '/attempts/x/1', html: '<main>Welcome</main>' }],
    ['unknown', { status: 200, redirected: true, path: '/attempts/x/2', html: '<main>Welcome</main>' }],
    // What stands in front of a program that is just being replaced, or finds the request odd.
    ['unknown', { status: 404, redirected: false, path: '/attempts/x/1', html: 'default backend - 404' }],
    ['unknown', { status: 400, redirected: false, path: '/attempts/x/1', html: '<h1>Bad Request</h1>' }]
  ] as const)('is %s after %o', (outcome, answer) => {
    expect(outcomeOfSending(answer)).toBe(outcome);
  });
});

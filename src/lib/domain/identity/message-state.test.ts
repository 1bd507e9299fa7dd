import { describe, expect, it } from 'vitest';
import { isLetterToken, MOST_TRIES, nextTry, withoutTokens } from './message-state.ts';

describe('a message that was not taken', () => {
  it('is tried again after 5 minutes, then four times as long each, a day at most', () => {
    const now = new Date('2027-01-31T12:00:00Z');
    const minutes = Array.from(
      { length: MOST_TRIES },
      (_, index) => (nextTry(index + 1, now).getTime() - now.getTime()) / 60_000
    );
    expect(minutes).toEqual([5, 20, 80, 320, 1280, 1440, 1440, 1440]);
  });
});

describe('a body as an admin reads it', () => {
  it('has no link that acts for its reader', () => {
    const body =
      'Answer: https://x.example/follow-up/Zk3_-9 Stop: https://x.example/unsubscribe/abc. See https://x.example/help';
    expect(withoutTokens(body)).toBe(
      'Answer: https://x.example/follow-up/… Stop: https://x.example/unsubscribe/…. See https://x.example/help'
    );
  });
});

describe('a token in a letter', () => {
  it('has 43 letters and digits of base64url', () => {
    expect(isLetterToken('a'.repeat(42) + '-')).toBe(true);
    for (const text of ['', 'a\u0000b', 'a'.repeat(42), 'a'.repeat(44), `${'a'.repeat(42)}/`])
      expect(isLetterToken(text)).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { readAnswers } from './read-answers.ts';

const read = (...lines: string[][]) => readAnswers(lines.map((cells, index) => ({ line: index + 1, cells })));

describe('answers of an accreditor', () => {
  it('are read with or without a header, in any case of letters', () => {
    const answers = [
      { line: 2, record: 'ccid:a:1', answer: 'accepted', reason: '' },
      { line: 3, record: '2', answer: 'rejected', reason: 'No such license' }
    ];
    expect(
      read(
        ['Record id', 'Answer', 'Reason'],
        ['ccid:a:1', 'ACCEPTED'],
        ['2', 'Rejected', ' No such license ']
      )
    ).toEqual({
      ok: true,
      value: answers
    });
    expect(read(['1', 'ok', '', ''])).toMatchObject({ ok: true, value: [{ line: 1, answer: 'accepted' }] });
  });

  it.each([
    [['', 'accepted'], 'It names no record'],
    [['1', ''], '“” is no answer'],
    [['1', 'constructor'], '“constructor” is no answer'],
    [['1', 'rejected', ' '], 'no reason is given'],
    [['1', 'rejected', 'x'.repeat(501)], 'longer than 500'],
    [['1', 'accepted', '', 'more'], 'more than three columns']
  ])('are refused in the line %j', (cells, message) => {
    const refused = read(['9', 'accepted'], cells);
    expect(refused).toEqual({ ok: false, problem: [{ line: 2, message: expect.stringContaining(message) }] });
  });

  it('are refused where a record is answered twice, and where there is none', () => {
    expect(read(['1', 'accepted'], ['1', 'accepted'])).toMatchObject({ ok: false, problem: [{ line: 2 }] });
    expect(read(['record', 'answer'])).toMatchObject({ ok: false });
    expect(read()).toMatchObject({ ok: false });
  });
});

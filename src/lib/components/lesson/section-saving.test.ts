import { describe, expect, it } from 'vitest';
import type { SaveAnswer } from '#lib/components/ui/save-answer.ts';
import type { SectionConflict } from '#lib/domain/lesson/authored-section.ts';
import { createTextSender, fieldsOf, isSameFields } from './section-saving.ts';

/** A form with this text. */
function formWith(text: string): FormData {
  const form = new FormData();
  form.set('text', text);
  return form;
}

/** A sender whose server answers in turn; what it was sent, as text and revision. */
function senderWith(answers: SaveAnswer[], theirs: string) {
  const sent: string[] = [];
  const conflict: SectionConflict = { fields: fieldsOf(formWith(theirs)), revision: 7, byName: 'Ana' };
  const send = createTextSender({
    send: (fields) => {
      const base = fields.get('baseRevision');
      sent.push(`${fieldsOf(fields).text} on ${typeof base === 'string' ? base : 'nothing'}`);
      return Promise.resolve(answers.shift() ?? { kind: 'unanswered' });
    },
    revision: () => 3,
    conflict: () => conflict
  });
  return { send, sent };
}

const saved: SaveAnswer = { kind: 'saved', revision: 8, savedAt: '2026-12-03T08:00:00.000Z' };

describe('createTextSender', () => {
  it('goes on over its own text, which was stored although the answer got lost', async () => {
    const { send, sent } = senderWith([{ kind: 'unanswered' }, { kind: 'conflict' }, saved], 'One');
    expect(await send(formWith('One'))).toEqual({ kind: 'unanswered' });
    expect(await send(formWith('One two'))).toEqual(saved);
    expect(sent).toEqual(['One on 3', 'One two on 3', 'One two on 7']);
  });

  it('asks when somebody else saved first', async () => {
    const { send, sent } = senderWith([{ kind: 'unanswered' }, { kind: 'conflict' }], 'Theirs');
    await send(formWith('One'));
    expect(await send(formWith('One two'))).toEqual({ kind: 'conflict' });
    expect(sent).toHaveLength(2);
  });
});

describe('isSameFields', () => {
  it('compares what is said of each reference, in whatever order', () => {
    const detail = { locator: 'p. 3', kind: 'quote' as const, passage: '' };
    const nothing = { locator: '', kind: 'paraphrase' as const, passage: '' };
    const one = { text: 'a', details: { x: detail, y: nothing } };
    expect(isSameFields(one, { text: 'a', details: { x: detail } })).toBe(true);
    expect(isSameFields(one, { text: 'a', details: { y: detail } })).toBe(false);
    expect(isSameFields(one, { text: 'b', details: { x: detail } })).toBe(false);
  });
});

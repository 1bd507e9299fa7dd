import { render } from 'svelte/server';
import { expect, it } from 'vitest';
import { draftOfResponse } from '#lib/domain/attempt/response-draft.ts';
import type { ItemDraft } from '#lib/domain/question-bank/item-draft.ts';
import { ITEM_TYPES } from '#lib/domain/question-bank/item-types.ts';
import { firstOptions, firstTargets } from '#lib/domain/question-bank/new-option.ts';
import { previewItem } from '#lib/domain/question-bank/preview-item.ts';
import { readingOrder } from '#lib/domain/question-bank/reading-order.ts';
import QuestionForm from './QuestionForm.svelte';

const draftOf = (type: ItemDraft['type']): ItemDraft => ({
  ...{ type, stem: 'A case.\n\nWhich?', keyPoint: '', objectiveId: null, difficulty: 'easy' },
  ...{ lessonSection: null, select: 1, unit: 'months', usableInPretest: false, citations: [] },
  options: firstOptions(type).map((option, index) => ({ ...option, text: `Option text ${index + 1}` })),
  targets: firstTargets(type).map((target, index) => ({ ...target, text: `Target ${index + 1}` }))
});

/** The markup of the page of the question, as a learner gets it. */
function markupOf(type: ItemDraft['type']): string {
  const item = previewItem(draftOf(type));
  const activity = { slug: 'a', title: 'A' };
  const state = { state: 'in-progress', closesAt: null } as const;
  const attempt = { id: 'a', kind: 'assessment', title: 'A', ...state, total: 1 } as const;
  const view = {
    ...{ attempt: { ...attempt, activity, activityVersionId: 'a' }, position: 1, item, response: null },
    ...{ isOpen: true, flagged: false, ruledOut: [], nextSequence: 1, map: [], feedback: null, saved: null }
  };
  const filledIn = draftOfResponse(item, null);
  const props = { view, filledIn, idempotencyKey: '', error: undefined, nextHref: '#', after: '' };
  return render(QuestionForm, { props }).body;
}

const textOf = (html: string) =>
  html
    .replaceAll(/<!--.*?-->|<svg.*?<\/svg>|<[^>]*>/gs, '')
    .replaceAll(/\s+/g, ' ')
    .trim();

/** The controls of a page in their order, each with its kind and its name; what is hidden from a screen reader left out. */
function controlsOf(html: string): string[] {
  const labels = new Map(
    [...html.matchAll(/<label for="([^"]+)"[^>]*>(.*?)<\/label>/gs)].map(([, id, text]) => [
      id,
      textOf(text ?? '')
    ])
  );
  const controls = /<(input|select|button|a)\b([^>]*)>(?:(.*?)<\/\1>)?/gs;
  return [...html.matchAll(/<(?:input)\b[^>]*>|<(select|button|a)\b[^>]*>.*?<\/\1>/gs)].flatMap(([tag]) => {
    if (/type="hidden"|aria-hidden="true" ?>|tabindex="-1"/.test(tag.slice(0, tag.indexOf('>') + 1)))
      return [];
    controls.lastIndex = 0;
    const [, name = '', attributes = '', inner = ''] = controls.exec(tag) ?? [];
    const id = /\bid="([^"]+)"/.exec(attributes)?.[1] ?? '';
    const said = /aria-label="([^"]+)"/.exec(attributes)?.[1] ?? labels.get(id) ?? textOf(inner);
    if (name === 'a') return [`Link: ${said}`];
    if (name === 'button') return [/aria-pressed/.test(attributes) ? `Toggle: ${said}` : `Button: ${said}`];
    if (name === 'select') return [`Combo box: ${said}`];
    const kind = /type="(\w+)"/.exec(attributes)?.[1] ?? '';
    return [`${{ radio: 'Radio', checkbox: 'Check', text: 'Edit' }[kind] ?? kind}: ${said}`];
  });
}

/** The same, of the lines of the preview. */
const controlsSaid = (lines: string[]): string[] =>
  lines.flatMap((line) => {
    const found =
      /^(Radio) button, not checked, \d+ of \d+: (.*)/.exec(line) ??
      /^(Check) box, not checked, \d+ of \d+: (.*)/.exec(line) ??
      /^(Toggle) button, not pressed: (.*)/.exec(line) ??
      /^(Edit) text: (.*)/.exec(line) ??
      /^(Link|Button): (.*)/.exec(line);
    if (found) return [`${found[1]}: ${found[2]}`];
    if (line.startsWith('Buttons: '))
      return line
        .slice(9)
        .split(', ')
        .map((name) => `Button: ${name}`);
    const box = /^Combo box, (.*?): /.exec(line);
    return box ? [`Combo box: ${box[1]}`] : [];
  });

it.each(ITEM_TYPES)('says to a screen reader what the page of a $id item holds, in its order', ({ id }) => {
  const held = controlsOf(markupOf(id));
  expect(held.length).toBeGreaterThan(3);
  expect(controlsSaid(readingOrder(previewItem(draftOf(id))))).toEqual(held);
});

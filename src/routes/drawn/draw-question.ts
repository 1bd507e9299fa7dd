import { render } from 'svelte/server';
import QuestionSheet from '#lib/components/attempt/QuestionSheet.svelte';
import type { QuestionView } from '#lib/domain/attempt/question-view.ts';
import type { DrawnPage } from '#lib/server/drawn/page-shell.ts';
import { questionData } from '../attempts/[id]/[position]/question-data.ts';

const NOTHING_SENT = new URLSearchParams();

/** Draws a question as its page shows it where nothing was sent. */
export function drawQuestion(view: QuestionView, now: Date): DrawnPage {
  const props = { ...questionData(view, { sent: NOTHING_SENT, now }), form: null };
  const { head, body } = render(QuestionSheet, { props });
  return { head, main: body };
}

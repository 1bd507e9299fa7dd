import type { Submitted } from '#lib/server/attempt/submit-response.ts';

type Place = { attemptId: string; position: number };

/**
 * Where to go on after a response was stored: to its feedback, back to the check (`from`: where the person came from), or to
 * the next question.
 */
export function placeAfter(from: string | null, at: Place & Submitted): string {
  const attempt = `/attempts/${at.attemptId}`;
  if (at.feedbackFollows) return `${attempt}/${at.position}#feedback`;
  const isLast = at.position >= at.itemsTotal || from === 'check';
  return `${attempt}/${isLast ? 'check' : at.position + 1}`;
}

import { calendarDayWords } from '../../calendar-day.ts';
import type { Attention, Listed } from './dashboard.ts';
import { countWords } from './dashboard-words.ts';

/** A sentence of what needs attention, and where to go; `href` is null where the sentence only counts the rest. */
export type AttentionLine = { text: string; href: string | null; link: string };

function linesOf<Row>(
  { rows, more }: Listed<Row>,
  line: (row: Row) => AttentionLine,
  others: string
): AttentionLine[] {
  const lines = rows.map(line);
  return more === 0 ? lines : [...lines, { text: `And ${more} more ${others}.`, href: null, link: '' }];
}

const dayOf = (instant: string) => calendarDayWords(instant.slice(0, 10));

const failedFile =
  (words: (name: string) => string) =>
  ({ exportId, name, at }: { exportId: string; name: string; at: string }): AttentionLine => ({
    text: `${words(name)} failed on ${dayOf(at)}.`,
    href: `/admin/reports/exports/${exportId}`,
    link: 'See why'
  });

const fileOf = (activityId: string) => `/admin/activities/${activityId}/file`;

const expiringLine = ({ activityId, title, day }: Attention['expiring']['rows'][number]): AttentionLine => ({
  text: `${title}: gives credit until ${calendarDayWords(day)}.`,
  href: fileOf(activityId),
  link: 'See its file'
});

const biasLine = ({ activityId, title, evaluations }: Attention['bias']['rows'][number]): AttentionLine => ({
  text: `${title}: ${countWords(evaluations)} evaluations report commercial bias, in 90 days.`,
  href: fileOf(activityId),
  link: 'See what was said'
});

const itemLine = (item: Attention['poorItems']['rows'][number]): AttentionLine => ({
  text: `Item ${item.name} hardly tells those who know from those who do not (discrimination ${Math.round(item.discrimination)}% of ${countWords(item.responses)} responses).`,
  href: `/author/items/${item.itemId}/statistics`,
  link: 'See its statistics'
});

function mailLines(messages: number): AttentionLine[] {
  if (messages === 0) return [];
  const words = messages === 1 ? '1 letter was' : `${messages} letters were`;
  const text = `${words} not taken by the mail server.`;
  return [{ text, href: '/admin/outbox?state=failed', link: 'Open the outbox' }];
}

/** What needs attention, in sentences. */
export function attentionLines(attention: Attention): AttentionLine[] {
  const { expiring, poorItems, bias, failedExports, failedSchedules, refusedMessages } = attention;
  const scheduleLine = failedFile((name) => `The scheduled report “${name}”`);
  const exportLine = failedFile((name) => `The export ${name}`);
  return [
    ...mailLines(refusedMessages),
    ...linesOf(failedSchedules, scheduleLine, 'scheduled reports failed'),
    ...linesOf(failedExports, exportLine, 'exports failed'),
    ...linesOf(expiring, expiringLine, 'activities end soon'),
    ...linesOf(bias, biasLine, 'activities have such reports'),
    ...linesOf(poorItems, itemLine, 'items discriminate poorly')
  ];
}

import { calendarDayWords } from '#lib/domain/calendar-day.ts';
import { formatWords } from '#lib/domain/activity/format-words.ts';
import { creditWords } from '#lib/domain/credit/format-quarter-credits.ts';
import type { CompletionEvidence } from './completion-evidence.ts';
import type { FrozenActivity } from './frozen-activity.ts';
import {
  factsOf,
  heading,
  instantWords,
  list,
  paragraph,
  type EvidenceBlock,
  type EvidenceSection
} from './evidence-block.ts';

const namesOf = (people: { name: string }[]) => people.map(({ name }) => name).join(', ');

/** A heading with a text below it; nothing where there is no text. */
function titled(title: string, text: string | null): EvidenceBlock[] {
  const blocks = paragraph(text);
  return blocks.length === 0 ? [] : [heading(title), ...blocks];
}

function facts(activity: FrozenActivity): EvidenceBlock {
  return factsOf({
    Title: activity.title,
    Version: activity.version,
    Address: `/activities/${activity.slug}`,
    Published: activity.publishedAt === null ? null : instantWords(activity.publishedAt),
    Released: calendarDayWords(activity.releaseDate),
    'Next review': calendarDayWords(activity.reviewDate),
    Expires: calendarDayWords(activity.expiryDate),
    Format: formatWords(activity.format),
    'Estimated time': `${activity.estimatedMinutes} minutes`,
    'Time limit of the assessment':
      activity.timeLimitMinutes === null ? null : `${activity.timeLimitMinutes} minutes`,
    Maximum: creditWords(activity.maximumQuarterCredits),
    Audience: activity.audience.join(', '),
    Authors: namesOf(activity.authors),
    Reviewers: namesOf(activity.reviewers),
    Fee: activity.fee,
    Contact: activity.contact
  });
}

/** What the activity said of itself before the start (cme-rules.md §1.2). */
export function activitySection({ activity }: Pick<CompletionEvidence, 'activity'>): EvidenceSection {
  return {
    id: 'activity',
    title: 'What was stated before the start',
    blocks: [
      facts(activity),
      ...paragraph(activity.summary),
      ...titled('For whom', activity.audienceNote),
      heading('Objectives'),
      ...list(activity.objectives.map(({ code, wording }) => `${code}: ${wording}`)),
      ...titled('Practice gap', activity.practiceGap),
      ...titled('Off-label use', activity.offLabelUse),
      ...titled('Support', activity.supportStatement),
      ...titled('Medical disclaimer', activity.medicalDisclaimer)
    ]
  };
}

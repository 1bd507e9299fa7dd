import type { ActivityFacts } from '#lib/domain/activity/activity-facts.ts';
import { explainResponse } from '#lib/domain/attempt/explain-response.ts';
import type { FeedbackCitation, ItemFeedback } from '#lib/domain/attempt/item-feedback.ts';
import type { KeyedItem } from '#lib/domain/question-bank/keyed-item.ts';
import { formatAma } from '#lib/domain/reference/format-ama.ts';
import type { Executor } from '../db/index.ts';
import { listCitedReferences, listKeptReferences } from './feedback-queries.ts';
import type { PlaceRow } from './form-queries.ts';

export type Answered = { item: KeyedItem; place: PlaceRow };

type CitedReference = Awaited<ReturnType<typeof listCitedReferences>>[number];

/**
 * Gives the references of an answered item: numbered ones as the activity was published with them, others as the item version
 * was; how each stands is of today.
 */
async function readCited(db: Executor, activityVersionId: string, answers: Answered[]) {
  const citationKeys = answers.flatMap(({ item }) => item.citations.map((citation) => citation.citationKey));
  const cited = await listCitedReferences(db, { activityVersionId, citationKeys });
  const versionIds = answers.map(({ place }) => place.itemVersionId);
  const kept = cited.every(({ number }) => number !== null) ? [] : await listKeptReferences(db, versionIds);
  return ({ itemVersionId }: PlaceRow): CitedReference[] =>
    cited.map((reference) => {
      const own = kept.find(
        (row) => row.itemVersionId === itemVersionId && row.citationKey === reference.citationKey
      );
      return reference.number === null && own ? { ...reference, ...own.record } : reference;
    });
}

function citationsOf(item: KeyedItem, references: CitedReference[]): FeedbackCitation[] {
  return item.citations.flatMap(({ citationKey, locator, passageKind, passage, url }) => {
    const reference = references.find((candidate) => candidate.citationKey === citationKey);
    if (!reference) return [];
    const { number, status, csl, authorsTruncated } = reference;
    const cited = { citationKey, number, status, reference: formatAma(csl, { authorsTruncated }) };
    return { ...cited, url, locator, passageKind, passage };
  });
}

function rereadOf(item: KeyedItem, { slug, sections }: ActivityFacts): ItemFeedback['reread'] {
  const section = sections.find((candidate) => candidate.slug === item.lessonSection);
  return section ? { href: `/activities/${slug}/lesson/${section.slug}`, title: section.title } : null;
}

/**
 * The feedback of each answer, in the order given. It holds keys and rationales: ask `feedbackIsDue` first, for each.
 */
export async function readFeedback(
  db: Executor,
  { activity, answers }: { activity: ActivityFacts; answers: Answered[] }
): Promise<ItemFeedback[]> {
  if (answers.length === 0) return [];
  const citedAt = await readCited(db, activity.activityVersionId, answers);
  return answers.map(({ item, place }) => ({
    ...explainResponse({ item, order: place, response: place.response }),
    citations: citationsOf(item, citedAt(place)),
    reread: rereadOf(item, activity)
  }));
}

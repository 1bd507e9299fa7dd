import type { ActivityFacts } from '#lib/domain/activity/activity-facts.ts';
import { explainResponse, type InForce } from '#lib/domain/attempt/explain-response.ts';
import type { FeedbackCitation, ItemFeedback } from '#lib/domain/attempt/item-feedback.ts';
import type { Response } from '#lib/domain/attempt/response.ts';
import type { KeyedItem } from '#lib/domain/question-bank/keyed-item.ts';
import type { DrawnOrder } from '#lib/domain/question-bank/shown-id.ts';
import { formatAma } from '#lib/domain/reference/format-ama.ts';
import type { Executor } from '../db/index.ts';
import { listCitedReferences, listKeptReferences } from './feedback-queries.ts';
import type { PlaceRow } from './form-queries.ts';

/** An item with its place in a form, what was answered there, and the decision about it that is in force. */
export type Answered = { item: KeyedItem; place: PlaceRow; decided: InForce | null };

/** What feedback needs of it: the version, the order in which it was shown, and what was answered; null: nothing. */
type Given = {
  item: KeyedItem;
  place: DrawnOrder & { itemVersionId: string; response: Response | null };
  decided?: InForce | null;
};

type CitedReference = Awaited<ReturnType<typeof listCitedReferences>>[number];

/**
 * Gives the references of an answered item: numbered ones as the activity was published with them, others as the item version
 * was; how each stands is of today.
 */
async function readCited(db: Executor, activityVersionId: string, answers: Given[]) {
  const citationKeys = answers.flatMap(({ item }) => item.citations.map((citation) => citation.citationKey));
  const cited = await listCitedReferences(db, { activityVersionId, citationKeys });
  const versionIds = answers.map(({ place }) => place.itemVersionId);
  const kept = cited.every(({ number }) => number !== null) ? [] : await listKeptReferences(db, versionIds);
  return ({ itemVersionId }: Given['place']): CitedReference[] =>
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
  { activity, answers }: { activity: ActivityFacts; answers: Given[] }
): Promise<ItemFeedback[]> {
  if (answers.length === 0) return [];
  const citedAt = await readCited(db, activity.activityVersionId, answers);
  return answers.map(({ item, place, decided }) => ({
    ...explainResponse({ item, order: place, response: place.response, decided: decided ?? null }),
    citations: citationsOf(item, citedAt(place)),
    reread: rereadOf(item, activity)
  }));
}

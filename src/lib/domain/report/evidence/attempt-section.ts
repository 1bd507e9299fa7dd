import { itemsCounted } from '#lib/domain/attempt/regraded-score.ts';
import { itemsToPass } from '#lib/domain/attempt/meets-passing-standard.ts';
import type { CompletionEvidence } from './completion-evidence.ts';
import type { FrozenAttempt, FrozenPlace } from './frozen-attempt.ts';
import {
  factsOf,
  heading,
  instantWords,
  list,
  paragraph,
  type EvidenceBlock,
  type EvidenceSection
} from './evidence-block.ts';
import { inForceAt, outcomeWords, regradeWords } from './regrade-words.ts';
import { passageWords, referenceWords, withNumbers } from './reference-words.ts';
import { shownOptions, shownTargets, typedResponse } from './shown-options.ts';

/** The sources of an item: the reference, and the passage that it leans on. */
const sources = ({ item, references }: FrozenPlace): string[] =>
  item.citations.map((citation) => {
    const reference = references.find(({ citationKey }) => citationKey === citation.citationKey);
    const words = reference ? referenceWords(reference) : citation.citationKey;
    return `${words} ${passageWords(citation)}`.trim();
  });

/** One question as it was shown, with what was answered, the key, the rationales and the sources. */
function placeBlocks(place: FrozenPlace, attempt: FrozenAttempt): EvidenceBlock[] {
  const { item, position } = place;
  return [
    heading(`Question ${position}: ${item.externalId}, version ${item.version}`),
    ...paragraph(withNumbers(item.stem, place.references)),
    ...paragraph(shownTargets(place)),
    { kind: 'options', options: shownOptions(place) },
    factsOf({
      Response: typedResponse(place),
      Outcome: outcomeWords(place, inForceAt(place, attempt)),
      'Key point': item.keyPoint
    }),
    ...list(regradeWords(place, attempt)),
    ...list(sources(place))
  ];
}

/** How many of the items of an attempt that count. */
const countedIn = ({ itemsTotal, itemsDropped }: FrozenAttempt) =>
  itemsCounted({ total: itemsTotal, dropped: itemsDropped });

/** What an attempt came to, e.g. `8 of 10 items`. */
export const scoreWords = (attempt: FrozenAttempt): string =>
  `${attempt.itemsCorrect} of ${countedIn(attempt)} items`;

function standardWords(attempt: FrozenAttempt): string | null {
  const { passingPercent } = attempt;
  if (passingPercent === null) return null;
  const counted = countedIn(attempt);
  return `${passingPercent}%: ${itemsToPass(counted, { passingPercent })} of ${counted} items`;
}

/** A sitting: the form as it was drawn, what was answered, and the score. */
export function attemptSection(attempt: FrozenAttempt, { completion }: CompletionEvidence): EvidenceSection {
  const { passed } = attempt;
  return {
    id: `attempt-${attempt.id}`,
    title: `${attempt.title}, attempt ${attempt.ordinal}`,
    blocks: [
      factsOf({
        'Part of the activity': attempt.kind,
        Started: instantWords(attempt.startedAt),
        Submitted: instantWords(attempt.submittedAt),
        Score: scoreWords(attempt),
        'Items that do not count': attempt.itemsDropped === 0 ? null : attempt.itemsDropped,
        'Pass mark': standardWords(attempt),
        Result: passed === null ? null : passed ? 'Passed' : 'Not passed',
        'Counts for the completion': attempt.id === completion.attemptId ? 'Yes' : null,
        'Question bank': attempt.bank,
        'Seed of the draw': attempt.seed,
        'Attempt id': attempt.id
      }),
      ...attempt.places.flatMap((place) => placeBlocks(place, attempt))
    ]
  };
}

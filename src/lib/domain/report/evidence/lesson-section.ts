import type { CompletionEvidence } from './completion-evidence.ts';
import type { FrozenReference, FrozenSection } from './frozen-activity.ts';
import {
  factsOf,
  heading,
  instantWords,
  list,
  type EvidenceBlock,
  type EvidenceSection
} from './evidence-block.ts';
import { lessonBlocks } from './lesson-blocks.ts';
import { passageWords, referenceWords } from './reference-words.ts';

/** The passages that a section leans on; all mentions of a reference in a section have the same one. */
function passages(section: FrozenSection, references: FrozenReference[]): EvidenceBlock[] {
  const once = new Map(section.citations.map((citation) => [citation.citationKey, citation]));
  const entries = [...once.values()].flatMap((citation) => {
    const number = references.find(({ citationKey }) => citationKey === citation.citationKey)?.number;
    const words = passageWords(citation);
    return words === '' ? [] : [`[${number ?? citation.citationKey}] ${words}`];
  });
  return list(entries);
}

function sectionBlocks(section: FrozenSection, references: FrozenReference[]): EvidenceBlock[] {
  return [
    heading(section.title),
    factsOf({
      Section: section.slug,
      Minutes: section.minutes,
      Objectives: section.objectives.join(', '),
      'First opened': section.openedAt === null ? 'Not before the completion' : instantWords(section.openedAt)
    }),
    ...lessonBlocks(section, references),
    ...passages(section, references)
  ];
}

/** What was there to be read, when each section was opened, and the passages behind it. */
export function lessonSection({ lesson, activity }: CompletionEvidence): EvidenceSection {
  return {
    id: 'lesson',
    title: 'What was read',
    blocks: lesson.flatMap((section) => sectionBlocks(section, activity.references))
  };
}

/** The reference list as it was published. */
export function referenceSection({ activity }: CompletionEvidence): EvidenceSection {
  return { id: 'references', title: 'References', blocks: list(activity.references.map(referenceWords)) };
}

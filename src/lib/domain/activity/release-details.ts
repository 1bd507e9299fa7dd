import type { Shortage } from './blueprint-coverage.ts';
import { areFarOff, honestMinutesWords } from './honest-minutes.ts';
import type { ReleaseFacts } from './release-facts.ts';

/** Objectives that no section teaches or no item asks for. */
export function objectiveDetails({ objectives }: ReleaseFacts): string[] {
  if (objectives.length === 0) return ['No objective is stated.'];
  return objectives.flatMap(({ code, sections, items }) => [
    ...(sections === 0 ? [`No section teaches ${code}.`] : []),
    ...(items === 0 ? [`No item asks for ${code}.`] : [])
  ]);
}

/** Sections without text, drawings or a text that can be read. */
export function sectionDetails({ sections }: ReleaseFacts): string[] {
  if (sections.length === 0) return ['The lesson has no section.'];
  return sections.flatMap(({ title, isEmpty, undrawnFigures, faults }) => [
    ...(isEmpty ? [`“${title}” has no text.`] : []),
    ...(undrawnFigures > 0
      ? [
          `“${title}” has ${undrawnFigures === 1 ? 'a figure' : `${undrawnFigures} figures`} without a drawing.`
        ]
      : []),
    ...(faults > 0 ? [`The text of “${title}” has ${faults === 1 ? 'a fault' : `${faults} faults`}.`] : [])
  ]);
}

const shortageWords = ({ code, difficulty, asked, found }: Shortage & { code: string }) =>
  `${code}${difficulty === 'any' ? '' : `, ${difficulty}`}: asks for ${asked}, ${found} live ${found === 1 ? 'item' : 'items'} can be drawn`;

/** What the forms ask for in vain, and what would let their result mean nothing. */
export function formDetails({ forms }: ReleaseFacts): string[] {
  const assessment = forms.find(({ kind }) => kind === 'assessment');
  const details = assessment ? [] : ['There is no assessment, on which credit rests.'];
  if (assessment?.passingPercent === null) details.push('The assessment has no pass mark.');
  for (const { kind, title, itemCount, requiredForCompletion, tellsKeys, ...form } of forms) {
    const { shortages, missingFixedItems } = form;
    if (tellsKeys) details.push(`${title} shows keys after each item, from the bank of the assessment.`);
    if (kind !== 'pre-test' && requiredForCompletion !== (kind === 'assessment'))
      details.push(`${title} ${kind === 'practice' ? 'cannot' : 'has to'} be required: save its form once.`);
    if (itemCount === 0) details.push(`${title} asks for no item.`);
    details.push(...shortages.map((shortage) => `${title}, ${shortageWords(shortage)}.`));
    if (missingFixedItems > 0)
      details.push(
        `${title} holds ${missingFixedItems} fixed ${missingFixedItems === 1 ? 'item that is' : 'items that are'} not live.`
      );
  }
  return details;
}

/** Where minutes, credit and time limits do not fit together. */
export function timeDetails({ estimatedMinutes, honestMinutes, ...warnings }: ReleaseFacts): string[] {
  const words = `${honestMinutesWords(honestMinutes)} Learners are told ${estimatedMinutes}.`;
  return [
    ...(areFarOff(estimatedMinutes, honestMinutes) ? [words] : []),
    ...[warnings.creditWarning, warnings.limitWarning].filter((warning) => warning !== null)
  ];
}

/** Sections with citations that do not name the passage they lean on. */
export function passageDetails({ sections }: ReleaseFacts): string[] {
  return sections
    .filter(({ withoutPassage }) => withoutPassage > 0)
    .map(({ title, citations, withoutPassage }) =>
      withoutPassage === citations
        ? `No citation in “${title}” names the passage that it leans on.`
        : `“${title}” has ${withoutPassage} of ${citations} citations without their passage.`
    );
}

import type { PublicItem, PublicOption } from './public-item.ts';
import { letterOf } from './shown-id.ts';
import { splitStem } from './stem-parts.ts';

function choiceLines(options: PublicOption[], kind: string): string[] {
  return options.flatMap(({ id, text }, index) => [
    `${kind}, not checked, ${index + 1} of ${options.length}: ${letterOf(id)} ${text}`,
    `Toggle button, not pressed: Rule out option ${letterOf(id)}`
  ]);
}

function matchingLines(options: PublicOption[], targets: PublicOption[]): string[] {
  const choices = targets.map(({ text }) => text).join('; ');
  return options.map(({ text }) => `Combo box, ${text}: Choose a match. Choices: ${choices}`);
}

function orderingLines(options: PublicOption[]): string[] {
  return options.flatMap(({ text }, index) => [
    `List item ${index + 1} of ${options.length}: ${text}`,
    `Combo box, ${text}, position: ${index + 1}`,
    `Buttons: Move ${text} up, Move ${text} down`
  ]);
}

function controlLines(item: PublicItem): string[] {
  switch (item.type) {
    case 'single':
    case 'true-false':
      return choiceLines(item.options, 'Radio button');
    case 'multiple':
      return [`Choose ${item.select}.`, ...choiceLines(item.options, 'Check box')];
    case 'matching':
      return matchingLines(item.options, item.targets);
    case 'ordering':
      return orderingLines(item.options);
    case 'numeric':
      return [`Edit text: Your answer${item.unit === '' ? '' : `, in ${item.unit}`}`];
    case 'short-text':
      return ['Edit text: Your answer'];
    default:
      return item satisfies never;
  }
}

/**
 * An item as a screen reader says it, in order, a line a stop: the case, the group with its heading, then each control
 * with its kind, state and name. Wording after NVDA's browse mode; others differ in words, not in order.
 */
export function readingOrder(item: PublicItem): string[] {
  const { vignette, leadIn } = splitStem(item.stem);
  return [
    ...vignette.split(/\n\s*\n/).filter((paragraph) => paragraph !== ''),
    `Group, heading level 1: Question 1 of 1. ${leadIn}`,
    ...controlLines(item),
    'Button: Save and continue',
    'Toggle button, not pressed: Flag for later',
    'Link: Skip for now'
  ];
}

import { formatInSentence } from './learning-format.ts';
import type { Provider } from './provider.ts';

/** What stands for the placeholders of a wording, but for {amount} and {maximum}. */
export type WordingFacts = { title: string; format: string; provider: Provider | null };

const PLACEHOLDER = /\{([^{}]*)\}/g;

/** The names that a wording may hold in braces. */
const PLACEHOLDERS = ['provider', 'jointProviders', 'address', 'format', 'title', 'maximum', 'amount'];

/** The placeholders of a wording that nothing stands for, e.g. `{amont}`. */
export function unknownPlaceholders(wording: string): string[] {
  return [...wording.matchAll(PLACEHOLDER)].flatMap(([whole, name = '']) =>
    PLACEHOLDERS.includes(name) ? [] : [whole]
  );
}

/** Puts values for placeholders; one without a value stays as it is. */
export function fillPlaceholders(wording: string, values: Partial<Record<string, string>>): string {
  return wording.replaceAll(PLACEHOLDER, (whole, name: string) => values[name] ?? whole);
}

/** A provider's name behind `The` and in mid-sentence: without an article of its own. */
const bareName = (name: string) => name.replace(/^the\s+/i, '');

/** A wording with the activity and its provider in it; {amount} and {maximum} are left for whoever knows them. */
export function fillWording(wording: string, { title, format, provider }: WordingFacts): string {
  return fillPlaceholders(wording, {
    title,
    format: formatInSentence(format),
    provider: provider === null ? undefined : bareName(provider.name),
    jointProviders: provider?.jointProviders,
    address: provider?.address
  });
}

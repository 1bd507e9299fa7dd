import { COUNTRIES } from '#lib/domain/identity/country.ts';
import { PROFESSIONS } from '#lib/domain/identity/profession.ts';

type Choice = { id: string; label: string };

/** What a filter can be chosen from, with its words; those that the database knows. */
export type FilterOptions = { activities: Choice[]; versions: Choice[]; credits: Choice[] };

/** The fields that a filter is made of, as people know them. */
export const FILTER_KINDS = [
  { id: 'activity', label: 'Activity' },
  { id: 'version', label: 'Version' },
  { id: 'completed', label: 'Date completed' },
  { id: 'profession', label: 'Profession' },
  { id: 'credit', label: 'Type of credit' },
  { id: 'country', label: 'Country' },
  { id: 'reporting', label: 'State of reporting' },
  { id: 'score', label: 'Score' },
  { id: 'name', label: 'Name' }
] as const;

export type FilterKind = (typeof FILTER_KINDS)[number]['id'];

/** How a day or a score is compared; `between`: both ends counted in. */
export const COMPARISONS = ['between', 'from', 'to', 'exactly'] as const;

export type Comparison = (typeof COMPARISONS)[number];

/** What a kind of filter that is a list offers. */
export function choicesOf(
  kind: 'activity' | 'version' | 'profession' | 'credit' | 'country',
  options: FilterOptions
): readonly Choice[] {
  switch (kind) {
    case 'activity':
      return options.activities;
    case 'version':
      return options.versions;
    case 'credit':
      return [...options.credits, { id: 'none', label: 'Nothing claimed yet' }];
    case 'profession':
      return PROFESSIONS;
    case 'country':
      return COUNTRIES;
    default:
      return kind satisfies never;
  }
}

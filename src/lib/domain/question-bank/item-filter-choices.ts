import { DIFFICULTIES, type ItemFilter } from './item-filter.ts';
import { ITEM_STATUSES, STATUS_WORDS } from './item-status.ts';
import { ITEM_TYPES } from './item-types.ts';
import { ITEM_RULES, ruleName } from './lint/rule-names.ts';

type Choice = { id: string; label: string };

/** A select of the filter: the name of its field, what is chosen (empty: any), and what can be. */
export type FilterSelect = { name: string; label: string; value: string; options: Choice[] };

/** What the banks of an activity offer to choose from. */
export type FilterSources = {
  banks: { id: string; title: string }[];
  objectives: { id: string; code: string }[];
  tags: string[];
};

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const LINT: Choice[] = [
  { id: 'errors', label: 'With errors' },
  { id: 'warnings', label: 'With warnings' },
  ...ITEM_RULES.map((id) => ({ id, label: `${id}: ${ruleName(id)}` }))
];

const PERFORMANCE: Choice[] = [
  { id: 'often-missed', label: 'Often missed: under 30 % right' },
  { id: 'nearly-always-right', label: 'Nearly always right: over 95 %' },
  { id: 'few', label: 'Fewer than 30 responses' }
];

type Select = { filter: ItemFilter; sources: FilterSources };

/** The selects that depend on the activity. */
function ownSelects({ filter, sources: { banks, objectives, tags } }: Select): FilterSelect[] {
  const bankChoices = banks.map(({ id, title }) => ({ id, label: title }));
  const objectiveChoices = objectives.map(({ id, code }) => ({ id, label: code }));
  const tagChoices = tags.map((tag) => ({ id: tag, label: tag }));
  return [
    { name: 'bank', label: 'Bank', value: filter.bank ?? '', options: bankChoices },
    { name: 'objective', label: 'Objective', value: filter.objective ?? '', options: objectiveChoices },
    { name: 'tag', label: 'Tag', value: filter.tag, options: tagChoices }
  ];
}

const STATES = ITEM_STATUSES.map((id) => ({ id, label: STATUS_WORDS[id] }));
const LEVELS = DIFFICULTIES.map((id) => ({ id, label: capital(id) }));
const USES = [{ id: 'never', label: 'Never used' }];

/** The selects of the filter, in the order of the form. */
export function filterSelects(filter: ItemFilter, sources: FilterSources): FilterSelect[] {
  return [
    ...ownSelects({ filter, sources }),
    { name: 'status', label: 'State', value: filter.status ?? '', options: STATES },
    { name: 'type', label: 'Type', value: filter.type ?? '', options: [...ITEM_TYPES] },
    { name: 'difficulty', label: 'Difficulty', value: filter.difficulty ?? '', options: LEVELS },
    { name: 'lint', label: 'Findings', value: filter.lint, options: LINT },
    { name: 'use', label: 'Use', value: filter.use ?? '', options: USES },
    { name: 'performance', label: 'Performance', value: filter.performance ?? '', options: PERFORMANCE }
  ];
}

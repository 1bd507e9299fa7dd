import { PROFESSIONS } from '#lib/domain/identity/profession.ts';
import { COMPLETION_COLUMNS } from '#lib/domain/report/completion-columns.ts';
import { COMPLETION_SORTS } from '#lib/domain/report/completion-sort.ts';
import type { Parameter } from './endpoint.ts';

const text = { type: 'string' };
const day = { type: 'string', format: 'date' };
const percent = { type: 'integer', minimum: 0, maximum: 100 };

const query = (
  name: string,
  description: string,
  schema: Record<string, unknown>,
  many = false
): Parameter => ({
  name,
  in: 'query',
  description,
  schema,
  many
});

/** The parameters of a view, the same as in the address of /admin/completions. */
export const VIEW_PARAMETERS: Parameter[] = [
  query('activity', 'Slug of an activity', text, true),
  query('version', 'Version of the activity, e.g. 0.1.0', text, true),
  query('from', 'Completed on this day or later', day),
  query('to', 'Completed on this day or earlier', day),
  query('profession', 'Profession', { type: 'string', enum: PROFESSIONS.map(({ id }) => id) }, true),
  query('credit', 'Key of a rule of credit, e.g. ama-pra-1', text, true),
  query('country', 'Country, ISO 3166-1 alpha-2', { type: 'string', pattern: '^[A-Z]{2}$' }, true),
  query('reporting', 'How it stands with a report, e.g. pars:accepted or pars:none', text, true),
  query('scoreMin', 'Score in percent, at least', percent),
  query('scoreMax', 'Score in percent, at most', percent),
  query('name', 'Words of the name, each from its beginning', text),
  query('column', 'Columns of the answer', { type: 'string', enum: [...COMPLETION_COLUMNS] }, true),
  query('sort', 'What they are put in order by; completed where nothing is said', {
    type: 'string',
    enum: [...COMPLETION_SORTS]
  }),
  query('order', 'Which way; the latest, the highest and A come first where nothing is said', {
    type: 'string',
    enum: ['asc', 'desc']
  })
];

import { describe, expect, it } from 'vitest';
import { shipped } from '../../../../../tests/support/report-record.ts';
import { mappingDifferences } from './mapping-differences.ts';
import { mappingFieldsOf, type ColumnFields, type MappingFields } from './mapping-form.ts';
import { isSafePattern } from './pattern.ts';
import { readMappingForm } from './read-mapping-form.ts';
import { SHIPPED_MAPPINGS } from './shipped/shipped-mappings.ts';

const FORMER = shipped('ce-broker-roster');

const change = (fields: Partial<MappingFields>) =>
  readMappingForm({ ...mappingFieldsOf(FORMER), ...fields }, FORMER);

/** The form with one of its lines changed. */
function withLine(index: number, line: Partial<ColumnFields>, more: Partial<MappingFields> = {}) {
  const { columns } = mappingFieldsOf(FORMER);
  return change({
    columns: columns.map((column, at) => (at === index ? { ...column, ...line } : column)),
    ...more
  });
}

describe('the form of a mapping', () => {
  it.each(SHIPPED_MAPPINGS.map(({ key, mapping }) => [key, mapping] as const))(
    'gives %s back as it is',
    (_, mapping) => {
      expect(readMappingForm(mappingFieldsOf(mapping), mapping)).toEqual({ ok: true, value: mapping });
    }
  );

  it('adds, removes, moves and changes columns, and the differences say so', () => {
    const { columns } = mappingFieldsOf(FORMER);
    const [first, , third] = columns;
    const read = change({
      title: 'Roster of ours',
      columns: [
        ...columns.filter((column) => column !== first && column !== third),
        ...(third ? [{ ...third, place: '2', required: false, longest: '36' }] : []),
        {
          place: '0.5',
          column: 'Given name',
          field: 'given_name',
          cell: 'text',
          transform: 'upper-case',
          detail: '',
          form: '',
          longest: '20',
          required: true
        }
      ]
    });
    if (!read.ok) throw new Error(JSON.stringify(read.problem));
    expect(read.value.columns.map(({ column }) => column).slice(0, 3)).toEqual([
      'Given name',
      'CE Broker course number',
      'Your course ID'
    ]);
    expect(mappingDifferences(FORMER, read.value)).toEqual([
      'Title: CE Broker roster (Excel) → Roster of ours',
      'Column Provider tracking number removed',
      'Column Given name added: given_name, text, upper-case, required, at most 20 characters',
      'Column Your course ID: activity_id, text, as-it-is, required → activity_id, text, as-it-is, optional, at most 36 characters'
    ]);
    expect(mappingDifferences(FORMER, FORMER)).toEqual([]);
  });

  it.each<[string, Partial<ColumnFields>, Partial<MappingFields>, RegExp]>([
    ['a field that is none', { field: 'shoe_size' }, {}, /choose a field/],
    ['a date without its parts', { transform: 'date', detail: 'soon' }, {}, /YYYY, MM and DD/],
    ['codes that are none', { transform: 'codes', detail: 'nurse' }, {}, /one code per line/],
    ['a frame without its place', { transform: 'framed', detail: 'State=' }, {}, /\{\}/],
    ['a transform that is none', { transform: 'reverse' }, {}, /how the value is written/],
    ['a fixed text that is empty', { transform: 'fixed', detail: ' ' }, {}, /fixed text/],
    ['a form that could run away', { form: '(a+)+' }, {}, /simpler form/],
    ['a length that is none', { longest: '-1' }, {}, /whole number/],
    ['a name that stands twice', { column: 'License number' }, {}, /stands twice/],
    ['a path that no JSON has', { column: 'a b' }, { layout: 'json', records: 'a' }, /write a path/],
    ['a path to the prototype', { column: 'a.__proto__.b' }, { layout: 'json', records: 'a' }, /write a path/]
  ])('refuses %s', (_, line, more, message) => {
    const refused = withLine(0, line, more);
    const problems = refused.ok ? [] : refused.problem;
    expect(problems).toContainEqual({ field: 'column-0', message: expect.stringMatching(message) });
  });

  it('refuses a path within another one, and JSON without a list of records', () => {
    const lines = mappingFieldsOf(FORMER).columns.slice(0, 2);
    const columns = lines.map((line, index) => ({ ...line, column: ['A', 'A.B'][index] ?? '' }));
    const refused = change({ layout: 'json', columns });
    expect(refused.ok ? [] : refused.problem.map(({ field }) => field)).toEqual(['records', 'column-0']);
  });

  it('takes no pattern that repeats a group, and every one that it ships', () => {
    for (const pattern of [
      '(a+)+',
      '(a|b)*c',
      '(x){2,}',
      String.raw`(a)\1`,
      '(?=a)',
      '[',
      '',
      'x'.repeat(201)
    ])
      expect([pattern, isSafePattern(pattern)]).toEqual([pattern, false]);
    const forms = SHIPPED_MAPPINGS.flatMap(({ mapping }) =>
      mapping.columns.flatMap(({ rule }) => [rule.form ?? 'x', ...Object.values(rule.formBy?.forms ?? {})])
    );
    expect(forms.filter((form) => !isSafePattern(form))).toEqual([]);
  });
});

import { transformDetail } from './mapping-form.ts';
import type { MappedColumn, ReportMapping } from './report-mapping.ts';

/** A column in words, with everything that can differ. */
function columnWords({ field, cell, transform, rule }: MappedColumn): string {
  const detail = transformDetail(transform).replaceAll('\n', '; ');
  return [
    field ?? 'no field',
    cell,
    detail === '' ? transform.kind : `${transform.kind} ${detail}`,
    rule.required ? 'required' : 'optional',
    ...(rule.form === null ? [] : [`form ${rule.form}`]),
    ...(rule.longest === null ? [] : [`at most ${rule.longest} characters`]),
    ...(rule.formBy === null
      ? []
      : [`forms by ${rule.formBy.field}: ${Object.keys(rule.formBy.forms).join(', ')}`])
  ].join(', ');
}

const factsOf = (mapping: ReportMapping): [string, string][] => [
  ['Title', mapping.title],
  ['Report', mapping.report ?? 'none'],
  ['Layout', mapping.layout],
  ['First line names the columns', mapping.hasHeader ? 'yes' : 'no'],
  ['Characters', mapping.characters],
  ['Days', mapping.window],
  ['Professions', mapping.professions?.join(', ') ?? 'all'],
  [
    'Envelope',
    mapping.envelope ? `${mapping.envelope.records}, ${mapping.envelope.createdAt ?? 'no time'}` : 'none'
  ],
  ['Source', mapping.source]
];

/** What a version changed of the one before, in words; empty: nothing. */
export function mappingDifferences(before: ReportMapping, after: ReportMapping): string[] {
  const was = new Map(factsOf(before));
  const facts = factsOf(after).flatMap(([name, value]) =>
    was.get(name) === value ? [] : [`${name}: ${was.get(name) ?? ''} → ${value}`]
  );
  const former = new Map(before.columns.map((column) => [column.column, columnWords(column)]));
  const later = new Map(after.columns.map((column) => [column.column, columnWords(column)]));
  const removed = [...former.keys()]
    .filter((name) => !later.has(name))
    .map((name) => `Column ${name} removed`);
  const changed = [...later].flatMap(([name, words]) => {
    const old = former.get(name);
    if (old === undefined) return [`Column ${name} added: ${words}`];
    return old === words ? [] : [`Column ${name}: ${old} → ${words}`];
  });
  const [kept, order] = [
    [...former.keys()].filter((name) => later.has(name)),
    [...later.keys()].filter((name) => former.has(name))
  ];
  const moved = kept.join('\n') === order.join('\n') ? [] : [`Order of the columns: ${order.join(', ')}`];
  return [...facts, ...removed, ...changed, ...moved];
}

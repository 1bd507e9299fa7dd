import type { PackageParts } from './package-parts.ts';
import { sectionFile } from './section-file.ts';
import { writeActivityFile } from './write-activity-file.ts';
import { writeItemsFile } from './write-items-file.ts';
import { writeJson } from './write-json.ts';
import { writeReferencesFile } from './write-references-file.ts';
import { writeSectionFile } from './write-section-file.ts';

const EVALUATION_ORDER = [
  ...[
    'schemaVersion',
    'id',
    'type',
    'required',
    'preselected',
    'title',
    'activity',
    'availableAfter',
    'intro'
  ],
  ...[
    'requiredWhen',
    'question',
    'equals',
    'allowed',
    'maximumEntries',
    'minimum',
    'maximum',
    'days',
    'maxLength'
  ],
  ...['value', 'objective', 'text', 'label', 'exclusive', 'scale', 'columns', 'rows', 'options', 'freeText'],
  ...['exclusiveOptions', 'note', 'questions']
];

/**
 * The files of a package (content/…/README.md describes them) by their paths. The same activity always gives the same
 * text, byte for byte.
 */
export function writePackage(parts: PackageParts): Map<string, string> {
  const sections = parts.sections.map((section, index): [string, string] => [
    sectionFile(section.slug, index),
    writeSectionFile(section)
  ]);
  const drawings = parts.sections
    .flatMap(({ figures }) => figures)
    .filter(({ svg }) => svg !== '')
    .map(({ figureId, svg }): [string, string] => [`figures/${figureId}.svg`, `${svg}\n`])
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
  return new Map([
    ['activity.json', writeActivityFile(parts)],
    ['evaluation.json', writeJson(parts.evaluation, EVALUATION_ORDER)],
    ['items.json', writeItemsFile(parts.items)],
    ['references.json', writeReferencesFile(parts.references)],
    ...sections,
    ...drawings
  ]);
}

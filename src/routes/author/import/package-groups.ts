import type { PackageChange } from '#lib/domain/interchange/package-change.ts';
import type { ImportedActivity } from '#lib/server/interchange/import-package.ts';

const OUTCOMES = {
  added: 'added',
  replaced: 'changed',
  published: 'changed',
  kept: 'kept',
  blocked: 'kept'
} as const;

/** What an import does, part by part, for its page. */
export function packageGroups({ sections, outcomes, references }: ImportedActivity) {
  const groups: { title: string; changes: PackageChange[] }[] = [
    { title: 'Sections', changes: sections.map(({ title, outcome }) => ({ name: title, outcome })) },
    {
      title: 'Items',
      changes: outcomes.map(({ id, outcome }) => ({ name: id, outcome: OUTCOMES[outcome] }))
    },
    { title: 'References', changes: references.map(({ key, outcome }) => ({ name: key, outcome })) }
  ];
  return groups;
}

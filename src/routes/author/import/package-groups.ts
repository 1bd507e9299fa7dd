import type { PackageChange } from '#lib/domain/interchange/package-change.ts';
import type { ImportedActivity } from '#lib/server/interchange/imported-activity.ts';

const OUTCOMES = {
  added: 'added',
  replaced: 'changed',
  published: 'changed',
  kept: 'kept',
  blocked: 'kept'
} as const;

/** A work that the library holds under another key comes in a second time; whoever imports is to know. */
const referenceChange = ({ key, outcome, twin }: ImportedActivity['references'][number]): PackageChange => ({
  name: twin === null ? key : `${key} (which is here as ${twin})`,
  outcome
});

/** What an import does, part by part, for its page. */
export function packageGroups({ sections, outcomes, references }: ImportedActivity) {
  const groups: { title: string; changes: PackageChange[] }[] = [
    { title: 'Sections', changes: sections.map(({ title, outcome }) => ({ name: title, outcome })) },
    {
      title: 'Items',
      changes: outcomes.map(({ id, outcome }) => ({ name: id, outcome: OUTCOMES[outcome] }))
    },
    { title: 'References', changes: references.map(referenceChange) }
  ];
  return groups;
}

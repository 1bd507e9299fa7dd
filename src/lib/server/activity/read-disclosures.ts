import type { Disclosure } from '#lib/domain/activity/disclosure-form.ts';
import { openDisclosure } from '#lib/domain/activity/disclosure-sentence.ts';
import type { Executor } from '../db/index.ts';
import { listEditors, listItemAuthors, listItemReviewers } from './control-queries.ts';
import { listDeclared, listRelationships } from './disclosure-queries.ts';
import { fingerprintOf } from './fingerprint.ts';
import { selectSettings } from './settings-queries.ts';

/** A person in control of content; `position` is null while there is no declaration. */
export type DisclosureView = Disclosure & {
  position: number | null;
  personId: string | null;
  /** Names the person in addresses: the account's id, else the name. */
  who: string;
  /** Names the state of the declaration. */
  base: string;
  /** What learners read. */
  published: string;
  /** What is open before the release, in words. */
  open: string[];
};

type InControl = { personId: string | null; name: string; role: string };

/** Everyone who controls content of the version, each once: by account, else by the name that the settings give. */
async function listInControl(db: Executor, versionId: string): Promise<InControl[]> {
  const roles = [
    { role: 'Planner', people: await listEditors(db, versionId) },
    { role: 'Item author', people: await listItemAuthors(db, versionId) },
    { role: 'Item reviewer', people: await listItemReviewers(db, versionId) }
  ];
  const { authors, reviewers } = await selectSettings(db, versionId);
  const all: InControl[] = [
    ...roles.flatMap(({ role, people }) => people.map((person) => ({ ...person, role }))),
    ...authors.map((name) => ({ personId: null, name, role: 'Author' })),
    ...reviewers.map((name) => ({ personId: null, name, role: 'Reviewer' }))
  ];
  const isFirst = (one: InControl, index: number) =>
    all.findIndex(
      ({ personId, name }) => (personId ?? name) === (one.personId ?? one.name) || name === one.name
    ) === index;
  return all.filter(isFirst);
}

const isSame = (declared: { personId: string | null; name: string }, one: InControl) =>
  (declared.personId !== null && declared.personId === one.personId) || declared.name === one.name;

/** The declarations of a version, and those who have to make one still. */
export async function readDisclosures(
  db: Executor,
  { versionId, today }: { versionId: string; today: string }
): Promise<DisclosureView[]> {
  const relationships = await listRelationships(db, versionId);
  const declared = (await listDeclared(db, versionId)).map((row) => {
    const own = relationships
      .filter(({ position }) => position === row.position)
      .map(({ company, kind, nature, ended, relevant, mitigation, mitigatedOn }) => ({
        company,
        kind,
        nature,
        ended,
        relevant,
        mitigation,
        mitigatedOn
      }));
    return { ...row, relationships: own };
  });
  const missing = (await listInControl(db, versionId))
    .filter((one) => !declared.some((row) => isSame(row, one)))
    .map((one) => ({ ...one, position: null, declaredOn: null, relationships: [], published: '' }));
  return [...declared, ...missing].map((row) => ({
    ...row,
    who: row.personId ?? row.name,
    base: fingerprintOf(row),
    open: openDisclosure(row, today)
  }));
}

import type { Disclosure } from '#lib/domain/activity/disclosure-form.ts';
import { lateDisclosure, openDisclosure } from '#lib/domain/activity/disclosure-sentence.ts';
import { calendarDayOf } from '#lib/domain/calendar-day.ts';
import type { Executor } from '../db/index.ts';
import { listEditors, listItemAuthors, listItemReviewers, listStarts } from './control-queries.ts';
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
  /** What came after the work had begun, in words. */
  late: string[];
};

type InControl = { personId: string | null; name: string; role: string };

/** By account where both have one, since two people can have one name; else by the name. */
const isSamePerson = (one: Omit<InControl, 'role'>, other: Omit<InControl, 'role'>) =>
  one.personId !== null && other.personId !== null
    ? one.personId === other.personId
    : one.name === other.name;

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
  return all.filter((one, index) => all.findIndex((other) => isSamePerson(other, one)) === index);
}

type Declared = Awaited<ReturnType<typeof listDeclared>>[number] & Pick<Disclosure, 'relationships'>;

/** A declaration under a name that one account alone has is shown as that person's, who looks it through and saves it. */
const TO_CONFIRM = 'has an account here: open the declaration under this name, look it through and save it';

/** Whose the declarations are, and who has to make one still. Only a saved one counts as an account's own. */
function matchPeople(declared: Declared[], inControl: InControl[]) {
  const isOpen = (one: InControl) =>
    !declared.some((row) => (one.personId === null ? row.name === one.name : row.personId === one.personId));
  const open = inControl.filter(isOpen);
  const ownerOf = ({ personId, name }: Declared) => {
    const called = open.filter((one) => one.name === name);
    const isOnly = declared.filter((row) => row.personId === null && row.name === name).length === 1;
    return personId === null && isOnly && called.length === 1 ? (called[0] ?? null) : null;
  };
  const owners = declared.map(ownerOf);
  return {
    declared: declared.map((row, index) => ({
      ...row,
      personId: owners[index]?.personId ?? row.personId,
      isToConfirm: owners[index] !== null
    })),
    missing: open
      .filter((one) => !owners.includes(one))
      .map((one) => ({ ...one, position: null, declaredOn: null, published: '', isToConfirm: false }))
  };
}

async function listWithRelationships(db: Executor, versionId: string): Promise<Declared[]> {
  const relationships = await listRelationships(db, versionId);
  return (await listDeclared(db, versionId)).map((row) => {
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
}

/** The declarations of a version, and those who have to make one still. */
export async function readDisclosures(
  db: Executor,
  { versionId, today }: { versionId: string; today: string }
): Promise<DisclosureView[]> {
  const declared = await listWithRelationships(db, versionId);
  const starts = new Map((await listStarts(db, versionId)).map(({ personId, at }) => [personId, at]));
  const people = matchPeople(declared, await listInControl(db, versionId));
  const missing = people.missing.map((one) => ({ ...one, relationships: [] }));
  return [...people.declared, ...missing].map(({ isToConfirm, ...row }) => {
    const startedAt = starts.get(row.personId ?? '');
    return {
      ...row,
      who: row.personId ?? row.name,
      base: fingerprintOf(row),
      open: isToConfirm ? [TO_CONFIRM] : openDisclosure(row, today),
      late: lateDisclosure(row, startedAt ? calendarDayOf(startedAt) : null)
    };
  });
}

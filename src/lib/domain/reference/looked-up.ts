import { gravestFirst, type ReferenceStatus } from './reference-status.ts';
import { readDoi, readPmid } from './identifiers.ts';
import type { ReferenceRecord } from './reference-form.ts';

/** By what a reference is looked up on the web, and where: a DOI at Crossref, a PMID at PubMed. */
export type LookUpIdentifier = { kind: 'DOI' | 'PMID'; value: string };

/** The identifier that was typed to be looked up; null where it is neither a DOI nor a PMID. */
export function readLookUpIdentifier(typed: string): LookUpIdentifier | null {
  const [doi, pmid] = [readDoi(typed), readPmid(typed)];
  if (doi !== null) return { kind: 'DOI', value: doi };
  return pmid === null ? null : { kind: 'PMID', value: pmid };
}

/** What the web knows of a reference: its record, how it stands, and the notices that say so. */
export type LookedUp = { record: ReferenceRecord; status: ReferenceStatus; statusNote: string };

/** Why a look-up gave nothing. */
export type LookUpProblem = 'switched-off' | 'not-found' | 'no-answer' | 'not-understood';

/** Who answers for which identifier. */
export const SOURCES = { DOI: 'Crossref', PMID: 'PubMed' } as const;

/** Why a look-up gave nothing and what can be done, for the field at which it was asked. */
export function lookUpMessage(problem: LookUpProblem, { kind, value }: LookUpIdentifier): string {
  const source = SOURCES[kind];
  switch (problem) {
    case 'switched-off':
      return 'Looking up on the web is switched off here. Ask an admin to switch it on in the settings';
    case 'not-found':
      return `${source} knows no ${kind} ${value}. Check it for slips`;
    case 'no-answer':
      return `${source} did not answer. Try again in a minute`;
    case 'not-understood':
      return `${source} answered with something that is no record of ${value}. Try again later`;
  }
}

/** Why the status of a reference could not be looked up. */
export type CheckProblem =
  { kind: 'no-identifier' } | { kind: 'look-up'; asked: LookUpIdentifier; why: LookUpProblem };

/** The same in words. */
export function checkMessage(problem: CheckProblem): string {
  if (problem.kind === 'no-identifier')
    return 'It has neither a DOI nor a PMID. Add one to its record, then check again';
  return lookUpMessage(problem.why, problem.asked);
}

/** The gravest of what several sources say. Null: none. */
export const gravest = (found: LookedUp[]): LookedUp | null => found.toSorted(gravestFirst)[0] ?? null;

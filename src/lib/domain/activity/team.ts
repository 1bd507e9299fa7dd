import { failure, success, type Result } from '../result.ts';

export const TEAM_PARTS = ['author', 'reviewer'] as const;

/** What somebody does in the team of an activity. */
export type TeamPart = (typeof TEAM_PARTS)[number];

/** The parts as people read them, and what each allows. */
export const TEAM_PART_WORDS = {
  author: { name: 'Author', allows: 'Works on all of the activity.' },
  reviewer: { name: 'Reviewer', allows: 'Reads and judges its items while they are in review.' }
} satisfies Record<TeamPart, { name: string; allows: string }>;

/** Whether a posted text names a part. */
export function isTeamPart(text: string): text is TeamPart {
  return TEAM_PARTS.some((part) => part === text);
}

export type TeamMember = { personId: string; part: TeamPart };

/** Whether the activity has a team: reviewers alone leave it open to every educator. */
export const hasTeam = (team: TeamMember[]): boolean => team.some(({ part }) => part === 'author');

type Change = { personId: string; part: TeamPart };

/** The last author cannot go or become a reviewer in passing: the activity would be open to every educator again. */
function isLastAuthor(team: TeamMember[], personId: string): boolean {
  const authors = team.filter(({ part }) => part === 'author');
  return authors.length === 1 && authors[0]?.personId === personId;
}

/**
 * Who is written into the team when `change.personId` is added by `actor`: the educator who names the first author is one
 * of the team, or they would shut themselves out.
 */
export function decideAddition(
  team: TeamMember[],
  { change, actor }: { change: Change; actor: Pick<TeamActor, 'personId' | 'isEducator'> }
): Result<TeamMember[], 'there-already' | 'last-author'> {
  if (team.some((one) => one.personId === change.personId && one.part === change.part))
    return failure('there-already');
  if (change.part === 'reviewer' && isLastAuthor(team, change.personId)) return failure('last-author');
  const isFirst = change.part === 'author' && !hasTeam(team);
  const joins = isFirst && actor.isEducator && actor.personId !== change.personId;
  return success(joins ? [change, { personId: actor.personId, part: 'author' }] : [change]);
}

/** Whether somebody can be taken out of the team. */
export function decideRemoval(
  team: TeamMember[],
  personId: string
): Result<TeamMember, 'not-there' | 'last-author'> {
  const member = team.find((one) => one.personId === personId);
  if (!member) return failure('not-there');
  return isLastAuthor(team, personId) ? failure('last-author') : success(member);
}

/** Who wants to change a team. */
export type TeamActor = { personId: string; isEducator: boolean; isAdmin: boolean };

/** Whether somebody may say who is in the team: its authors, any educator while there is none, and admins always. */
export function mayChangeTeam(team: TeamMember[], { personId, isEducator, isAdmin }: TeamActor): boolean {
  if (isAdmin) return true;
  const isAuthor = team.some((one) => one.personId === personId && one.part === 'author');
  return isEducator && (isAuthor || !hasTeam(team));
}

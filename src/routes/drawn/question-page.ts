import { isOverdue } from '#lib/domain/attempt/closing-time.ts';
import { KEEP_HEADER } from '#lib/domain/kept-pages.ts';
import { navigationFor } from '#lib/domain/identity/navigation.ts';
import { loadQuestion } from '#lib/server/attempt/load-question.ts';
import type { Executor } from '#lib/server/db/index.ts';
import { drawNonce } from '#lib/server/drawn/draw-nonce.ts';
import { putIntoShell, takeShell, type DrawnPage, type PageShell } from '#lib/server/drawn/page-shell.ts';
import type { SignedInPerson } from '#lib/server/identity/signed-in-person.ts';
import { mayKeepQuestion } from '../attempts/[id]/[position]/question-data.ts';
import { ownerOf } from '../keep-on-device.ts';
import { drawQuestion } from './draw-question.ts';

/** One for each set of links that roles give a header: a handful. */
const shells = new Map<string, PageShell>();

const shellKeyOf = ({ roles, lockedRoles }: SignedInPerson) =>
  navigationFor([...roles, ...lockedRoles])
    .map(({ href }) => href)
    .join(' ');

/** A question as its page shows it to who asks, without what surrounds it. */
export type Question = DrawnPage & { person: SignedInPerson; mayBeKept: boolean };

/** Null: the person has no such attempt, or it no such position, or its time is up and the framework is to finish it. */
export async function askQuestion(
  db: Executor,
  { person, ...place }: { person: SignedInPerson; attemptId: string; position: number }
): Promise<Question | null> {
  const view = await loadQuestion(db, { ...place, personId: person.id });
  const now = new Date();
  if (view === null || isOverdue(view.attempt, now)) return null;
  return { person, ...drawQuestion(view, now), mayBeKept: mayKeepQuestion(view) };
}

/** Keeps what surrounds a question from a page with it that the framework drew. */
export function keepShell({ person, head }: Question, html: string, headers: Headers): void {
  const taken = takeShell(html, headers, head);
  if (taken !== null) shells.set(shellKeyOf(person), taken);
}

/** The whole page of a question; null: what surrounds it is not known yet. */
export function wholePage({ person, mayBeKept, ...drawn }: Question) {
  const shell = shells.get(shellKeyOf(person));
  if (shell === undefined) return null;
  const owner = ownerOf(person.id);
  const page = putIntoShell(shell, drawn, { nonce: drawNonce(), name: person.givenName, owner });
  return mayBeKept ? { ...page, headers: { ...page.headers, [KEEP_HEADER]: owner } } : page;
}

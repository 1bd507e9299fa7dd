import type { FieldProblem } from '../identity/field-problem.ts';
import type { ReferenceStatus } from '../reference/pickable-reference.ts';
import type { ReferenceEntry } from '../reference/numbered-reference.ts';
import { tooLong } from '../tidy-text.ts';
import type { LessonLoad } from './reading-time.ts';

/** What is wrong in the text of a section. `line`: from 1, in the text as its author sees it; null: in the whole of it. */
export type TextFault = { line: number | null; why: string; mend: string };

/** A section in the list of its authors. */
export type AuthoredSection = {
  id: string;
  slug: string;
  title: string;
  /** As its authors state it. */
  minutes: number;
  objectiveIds: string[];
  /** Names the state of title, minutes and objectives. */
  base: string;
  load: LessonLoad;
  faults: number;
  /** Keys of retracted references that it cites. */
  retracted: string[];
};

/** Where in a reference, and on which passage, the mentions of a section lean; empty: not given. */
export type DetailFields = { locator: string; kind: 'quote' | 'paraphrase'; passage: string };

/** A reference that a section cites, as its author sees it. */
export type CitedReference = { citationKey: string; label: string; title: string; status: ReferenceStatus };

/** A figure that stands in the text of a section. `isDrawn`: whether it has its drawing. */
export type AuthoredFigure = { figureId: string; alt: string; caption: string; isDrawn: boolean };

/** A section as its author typed it: the text, and what is known of its citations by key. */
export type SectionFields = { text: string; details: Record<string, DetailFields> };

/** What is worked out from the text of a section, and shown beside it. `html` is sanitised. */
export type SectionReading = {
  html: string;
  references: ReferenceEntry[];
  cited: CitedReference[];
  figures: AuthoredFigure[];
  faults: TextFault[];
  load: LessonLoad;
};

/** What stands in the database, where somebody else saved first. */
export type SectionConflict = { fields: SectionFields; revision: number; byName: string };

const LONGEST_TITLE = 200;
const MOST_MINUTES = 600;

/** What an author states of a section. */
export type SectionFacts = { title: string; minutes: number; objectiveIds: string[] };

/** The facts of a section as they were typed, or what is wrong with them. Field names get `suffix` behind them. */
export function parseSectionFacts(
  typed: { title: string; minutes: string; objectiveIds: string[] },
  suffix: string
): { facts: SectionFacts; problems: FieldProblem[] } {
  const title = typed.title.trim();
  const minutes = /^\d{1,3}$/.test(typed.minutes.trim()) ? Number(typed.minutes) : 0;
  const problems: FieldProblem[] = [];
  const say = (name: string, message: string | null) => {
    if (message !== null) problems.push({ field: `${name}${suffix}`, message });
  };
  say('title', title === '' ? 'Enter a title for the section' : tooLong(title, LONGEST_TITLE));
  const isInRange = minutes >= 1 && minutes <= MOST_MINUTES;
  say('minutes', isInRange ? null : `Enter whole minutes from 1 to ${MOST_MINUTES}, for example 2`);
  return { facts: { title, minutes, objectiveIds: typed.objectiveIds }, problems };
}

/** The text of a section as it is kept, with an empty line before it and one line break at its end. */
export const keptSource = (text: string): string => `\n${text.trim()}\n`;

/** The kept text as an author edits it, and by how many lines it begins later there than in the kept one. */
export const editedText = (source: string): string => source.trim();

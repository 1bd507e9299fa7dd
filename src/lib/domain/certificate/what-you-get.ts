import type { CreditAnswer } from '../accreditation/decide-offer.ts';
import type { OfferToProfession } from '../accreditation/decide-for-all.ts';
import { entitledAmount, entitledAmounts, type Entitlement } from '../accreditation/entitlement.ts';
import { refusalWords } from '../accreditation/refusal.ts';
import { calendarDayWords } from '../calendar-day.ts';
import { professionLabel, type ProfessionId } from '../identity/profession.ts';
import { DOCUMENT_WORDS } from './document-kind.ts';

/** What a person is told before the start: the document with its greatest amount, or why there is none. */
export type WhatYouGet =
  { kind: 'document'; heading: string; amount: string; notes: string[] } | { kind: 'none'; reason: string };

function claimNote(credit: Entitlement): string[] {
  if (entitledAmounts(credit).length < 2) return [];
  const step = entitledAmount(credit, credit.stepQuarterCredits).split(' ', 1).join('');
  const verb = credit.document === 'certificate' ? 'claim' : 'record';
  return [`You ${verb} what matches the time you spent, in steps of ${step}.`];
}

function notesOf(credit: Entitlement): string[] {
  const { demonstration, designation, added, lastDay } = credit;
  return [
    ...(demonstration ? ['No accreditor recognizes it.'] : []),
    ...(designation === null ? [] : [designation]),
    ...added.flatMap((beside) => (beside.designation === null ? [] : [beside.designation])),
    ...claimNote(credit),
    ...(lastDay === null ? [] : [`It can be earned until ${calendarDayWords(lastDay)}.`])
  ];
}

/** What an answer of the rules means for the person who asked. */
export function whatYouGet(answer: CreditAnswer): WhatYouGet {
  if (answer.kind === 'not-eligible') return { kind: 'none', reason: refusalWords(answer.reason) };
  const { credit } = answer;
  return {
    kind: 'document',
    heading: DOCUMENT_WORDS[credit.document].heading,
    amount: `Up to ${entitledAmount(credit, credit.maximumQuarterCredits)}`,
    notes: notesOf(credit)
  };
}

/** A line of the table of what each profession gets; professions that get the same stand together. */
export type OfferRow = { who: string; document: string; amount: string };

type Group = { where: string | null; professions: ProfessionId[]; document: string; amount: string };

function groupsOf(offers: OfferToProfession[]): Group[] {
  const rows = offers.map(({ profession, where, answer }) => {
    const gets = whatYouGet(answer);
    const isDocument = gets.kind === 'document';
    const document = isDocument ? gets.heading : 'Nothing';
    return { profession, where, document, amount: isDocument ? gets.amount : gets.reason };
  });
  const alike = Map.groupBy(rows, ({ where, document, amount }) => JSON.stringify([where, document, amount]));
  return [...alike.values()].flatMap((group) => {
    const [first] = group;
    return first ? [{ ...first, professions: group.map(({ profession }) => profession) }] : [];
  });
}

function whoWords({ where, professions }: Group): string {
  const names = professions.map(professionLabel).join('; ');
  return where === null ? names : `${names}, ${where}`;
}

/** The table for visitors, of whom nobody knows the profession: the largest group comes last, as all others. */
export function offerRows(offers: OfferToProfession[]): OfferRow[] {
  const groups = groupsOf(offers);
  const [largest] = groups
    .filter(({ where }) => where === null)
    .toSorted((one, other) => other.professions.length - one.professions.length);
  const rest = groups.filter((group) => group !== largest);
  const rows = rest.map((group) => ({ ...group, who: whoWords(group) }));
  const others = largest && {
    ...largest,
    who: rest.length === 0 ? 'All professions' : 'All other professions'
  };
  return (others ? [...rows, others] : rows).map(({ who, document, amount }) => ({ who, document, amount }));
}

import { calendarDayWords } from '../calendar-day.ts';
import { countryName } from '../identity/country.ts';
import { professionLabel, type ProfessionId } from '../identity/profession.ts';
import { formatInSentence, type LearningFormat } from './learning-format.ts';

/** Why a person cannot earn a credit in an activity on a day. Days are `YYYY-MM-DD`. */
export type Refusal =
  /** A demonstration carries no accreditor's credit. */
  | { kind: 'demonstration' }
  /** The type is for demonstrations, and the activity is none. */
  | { kind: 'accredited' }
  | { kind: 'not-designated' }
  | { kind: 'not-yet-valid'; validFrom: string }
  | { kind: 'wrong-accreditor'; accreditors: string[] }
  | { kind: 'wrong-profession'; professions: ProfessionId[] }
  | { kind: 'wrong-country'; countries: string[] }
  | { kind: 'wrong-format'; formats: LearningFormat[] }
  | { kind: 'upcoming'; releaseDate: string }
  | { kind: 'closed'; expiryDate: string }
  /** The activity goes on, this credit does not. */
  | { kind: 'expired-for-type'; lastDay: string }
  /** Its minutes come to less than the smallest amount. */
  | { kind: 'no-amount' }
  /** Stands beside credits of which the person earns none. */
  | { kind: 'not-beside'; keys: string[] };

const orList = (words: string[]) =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;

type OfTime = Extract<Refusal, { kind: 'not-yet-valid' | 'upcoming' | 'closed' | 'expired-for-type' }>;

function timeWords(refusal: OfTime): string {
  switch (refusal.kind) {
    case 'not-yet-valid':
      return `Its rules hold from ${calendarDayWords(refusal.validFrom)}.`;
    case 'upcoming':
      return `The activity opens on ${calendarDayWords(refusal.releaseDate)}.`;
    case 'closed':
      return `The activity closed on ${calendarDayWords(refusal.expiryDate)}.`;
    case 'expired-for-type':
      return `It could be earned until ${calendarDayWords(refusal.lastDay)}.`;
    default:
      return refusal satisfies never;
  }
}

function countryWords(countries: string[]): string {
  return countries.length > 3
    ? 'one of the countries that its rules name'
    : orList(countries.map(countryName));
}

/** The reason in a sentence. */
export function refusalWords(refusal: Refusal): string {
  switch (refusal.kind) {
    case 'demonstration':
      return 'The activity is a demonstration and carries no recognized credit.';
    case 'accredited':
      return 'It is for demonstrations, and the activity is accredited.';
    case 'not-designated':
      return 'The activity was not designated for it.';
    case 'wrong-accreditor':
      return `Only a provider that is accredited by ${orList(refusal.accreditors)} can designate it.`;
    case 'wrong-profession':
      return `It is for: ${refusal.professions.map(professionLabel).join('; ')}.`;
    case 'wrong-country':
      return `It is for those who practice in ${countryWords(refusal.countries)}.`;
    case 'wrong-format':
      return `It is for another format: ${orList(refusal.formats.map(formatInSentence))}.`;
    case 'no-amount':
      return 'The activity is too short for it.';
    case 'not-beside':
      return 'It stands beside another credit, which cannot be earned here.';
    default:
      return timeWords(refusal);
  }
}

import { decideOffer } from '#lib/domain/accreditation/decide-offer.ts';
import type { OfferedActivity } from '#lib/domain/accreditation/credit-offer.ts';
import type { RuleVersion } from '#lib/domain/accreditation/credit-rule.ts';
import { entitledAmounts } from '#lib/domain/accreditation/entitlement.ts';
import type { CertificateDocument } from '#lib/domain/certificate/certificate-document.ts';
import { certificateText, type CertificateFacts } from '#lib/domain/certificate/certificate-text.ts';
import type { PersonCard } from './draw-decks.ts';

/** A document as it is issued to anybody of a profession and country for an amount; SQL puts in name and day. */
export type DocumentCard = {
  profession: string;
  country: string;
  /** 0: the greatest amount that can be claimed, 1: the one below, and so on. */
  rank: number;
  quarterCredits: number;
  maximumQuarterCredits: number;
  creditRuleId: string;
  document: CertificateDocument;
};

type Source = {
  activity: OfferedActivity;
  rules: readonly RuleVersion[];
  /** A day on which the activity gives credit. */
  day: string;
  printed: Pick<CertificateFacts, 'activity' | 'accreditation'>;
};

type Who = Pick<PersonCard, 'profession' | 'country'>;

/** The documents of a profession in a country; none where it gets no credit. */
function documentsFor(who: Who, { activity, rules, day, printed }: Source): DocumentCard[] {
  const answer = decideOffer({ person: who, activity, day }, rules);
  if (answer.kind === 'not-eligible') return [];
  const { credit } = answer;
  const holder = { givenName: '', familyName: '', credentials: '', country: who.country };
  return entitledAmounts(credit).map((quarterCredits, rank) => ({
    profession: who.profession,
    country: who.country,
    rank,
    quarterCredits,
    maximumQuarterCredits: credit.maximumQuarterCredits,
    creditRuleId: credit.rule.id,
    document: certificateText({ holder, ...printed, credit, quarterCredits, completedOn: day })
  }));
}

/** Every document that these people may be issued, by the rules of the activity. */
export function drawDocuments(people: Who[], source: Source): DocumentCard[] {
  const kinds = new Map(people.map((who) => [`${who.profession} ${who.country}`, who]));
  return [...kinds.values()].flatMap((who) => documentsFor(who, source));
}

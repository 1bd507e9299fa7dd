import { countedMinutes } from './credit-amount.ts';
import type { RuleVersion, CreditUnit } from './credit-rule.ts';
import { designationStatement } from './designation.ts';
import type { DocumentLine, Entitlement } from './entitlement.ts';
import { fillWording } from './fill-wording.ts';
import { judgeRule, lastDayOfType, type Judged, type Occasion } from './judge-rule.ts';
import { listCandidates } from './list-candidates.ts';
import type { Refusal } from './refusal.ts';

/** A type that the person cannot earn here, and why. */
export type RefusedType = { key: string; name: string; refusal: Refusal };

/**
 * What a person gets in an activity on a day. `refused`: all other types with their reasons. Not eligible: `reason` is the
 * one that holds for everybody, e.g. that the activity closed.
 */
export type CreditAnswer =
  | { kind: 'eligible'; credit: Entitlement; refused: RefusedType[] }
  | { kind: 'not-eligible'; reason: Refusal; refused: RefusedType[] };

const byPrecedence = (one: Judged, other: Judged) =>
  one.rule.rule.precedence - other.rule.rule.precedence || one.rule.key.localeCompare(other.rule.key);

/** An amount that a demonstration states says so itself. */
function markedUnit({ rule }: RuleVersion, demonstration: boolean): CreditUnit {
  if (!demonstration || rule.offered !== 'always') return rule.unit;
  const mark = (words: string) => `${words} (demonstration)`;
  return { part: mark(rule.unit.part), one: mark(rule.unit.one), many: mark(rule.unit.many) };
}

const isBeside = ({ rule }: Judged, chosen: Judged) =>
  rule.rule.beside === null || rule.rule.beside.includes(chosen.rule.key);

const designationOf = ({ rule, maximumQuarterCredits }: Judged, { activity }: Occasion): string | null =>
  designationStatement(rule.rule, { quarterCredits: maximumQuarterCredits, facts: activity });

/** Designated, and not for this person: every other reason means that the designation itself does not hold. */
const isForOthers = ({ refusal }: Judged) =>
  refusal?.kind === 'wrong-profession' || refusal?.kind === 'wrong-country';

/** A document that awards no credit says what the activity was designated for, to whom that is of use. */
function linesOfOthers(judged: Judged[], { person, activity }: Occasion): DocumentLine[] {
  const held = new Set(judged.filter(isForOthers).map(({ rule }) => rule.key));
  return activity.offers
    .filter(({ rule }) => held.has(rule.key))
    .flatMap(({ rule: { rule }, designatedQuarterCredits }) =>
      rule.wording.others
        .filter(
          ({ professions }) => professions === null || professions.some((id) => id === person.profession)
        )
        .map(({ text }) => ({
          wording: fillWording(text, activity),
          unit: rule.unit,
          maximumQuarterCredits: designatedQuarterCredits
        }))
    );
}

function ownLines(earned: Judged[], { activity }: Occasion): DocumentLine[] {
  return earned
    .map(({ rule: { rule }, maximumQuarterCredits }) => ({
      wording: fillWording(rule.wording.document, activity),
      unit: rule.unit,
      maximumQuarterCredits
    }))
    .filter(({ wording }) => wording !== '');
}

const addedCredits = (added: Judged[], occasion: Occasion): Entitlement['added'] =>
  added.map((one) => ({
    key: one.rule.key,
    name: one.rule.rule.name,
    designation: designationOf(one, occasion),
    maximumQuarterCredits: one.maximumQuarterCredits
  }));

function entitlement(chosen: Judged, judged: Judged[], occasion: Occasion): Entitlement {
  const { activity } = occasion;
  const { id, key, version, rule } = chosen.rule;
  const demonstration = activity.mode === 'demonstration';
  const added = judged.filter(({ rule, refusal }) => rule.rule.role === 'added' && refusal === null);
  const isParticipation = rule.document === 'certificate-of-participation';
  return {
    rule: { id, key, version },
    name: rule.name,
    unit: markedUnit(chosen.rule, demonstration),
    document: rule.document,
    demonstration,
    minutes: countedMinutes(rule, activity),
    minutesPerCredit: rule.minutesPerCredit,
    maximumQuarterCredits: chosen.maximumQuarterCredits,
    stepQuarterCredits: rule.stepQuarterCredits,
    lastDay: demonstration ? null : lastDayOfType(rule, activity),
    designation: designationOf(chosen, occasion),
    lines: [
      ...ownLines([chosen, ...added], occasion),
      ...(isParticipation ? linesOfOthers(judged, occasion) : [])
    ],
    added: addedCredits(added, occasion),
    reports: [...new Set([chosen, ...added].flatMap(({ rule: { rule } }) => rule.reports))]
  };
}

const refusedType = ({ rule, refusal }: Judged): RefusedType[] =>
  refusal === null ? [] : [{ key: rule.key, name: rule.rule.name, refusal }];

/** Added credit whose base the person does not get is refused for that. */
function refuseAlone(judged: Judged, chosen: Judged | undefined): Judged {
  if (judged.rule.rule.role === 'credit' || judged.refusal !== null) return judged;
  if (chosen && isBeside(judged, chosen)) return judged;
  return { ...judged, refusal: { kind: 'not-beside', keys: judged.rule.rule.beside ?? [] } };
}

/**
 * What credit a person gets in an activity on a day, and why no other. Nobody picks a type: of those that the person may
 * earn, the rules say which one is theirs (decision 12; the rules of each accreditor: cme-rules.md §1.3 to §1.5).
 */
export function decideOffer(occasion: Occasion, rules: readonly RuleVersion[]): CreditAnswer {
  const { activity, day } = occasion;
  const judged = listCandidates(activity, { rules, day })
    .map((candidate) => judgeRule(candidate, occasion))
    .toSorted(byPrecedence);
  const credits = judged.filter(({ rule }) => rule.rule.role === 'credit');
  const chosen = credits.find(({ refusal }) => refusal === null);
  const settled = judged.map((one) => refuseAlone(one, chosen));
  const refused = settled.flatMap(refusedType);
  if (!chosen) {
    return { kind: 'not-eligible', reason: credits.at(-1)?.refusal ?? { kind: 'not-designated' }, refused };
  }
  return { kind: 'eligible', credit: entitlement(chosen, settled, occasion), refused };
}

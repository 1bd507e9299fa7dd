import { calendarDayWords, isCalendarDay } from '#lib/domain/calendar-day.ts';
import { badgeIdOf } from './badge-addresses.ts';
import { isJsonObject, listOf, objectAt, type JsonObject } from './json.ts';
import { credentialClass, isInstant, validityOf } from './structure-faults.ts';

/** What came of checking a signature. */
export type SignatureOutcome =
  /** `ours`: with a key of this site. `by`: whose key it is, in words. */
  | { kind: 'fits'; ours: boolean; by: string }
  | { kind: 'wrong'; why: string }
  | { kind: 'unchecked'; why: string };

/**
 * `valid`: issued here, and holds today. `broken`: something is wrong with it. `fits`: from elsewhere; signature and form
 * are right. `unconfirmed`: nothing wrong was found, but the signature was not checked.
 */
export type Verdict = 'valid' | 'broken' | 'fits' | 'unconfirmed';

/** What a badge states of itself; unchecked where the verdict says so. */
export type StatedFacts = { label: string; value: string }[];

/** The answer to whoever handed in a badge. */
export type BadgeReport = {
  verdict: Verdict;
  isDemonstration: boolean;
  faults: string[];
  checked: string[];
  unchecked: string[];
  facts: StatedFacts;
};

const text = (value: unknown) => (typeof value === 'string' ? value.slice(0, 500) : '');

/** The day of an instant in words, as it is written there; the text itself where it is none, such as February 30. */
function dayOf(value: unknown): string {
  const day = isInstant(value) ? value.slice(0, 10) : '';
  return isCalendarDay(day) ? calendarDayWords(day) : text(value);
}

function holderOf(subject: JsonObject): string {
  const named = listOf(subject['identifier']).find(
    (each) => isJsonObject(each) && each['identityType'] === 'name' && each['hashed'] === false
  );
  return isJsonObject(named) ? text(named['identityHash']) : text(subject['name']);
}

/** What the credential says, for a person to compare. */
export function statedFacts(credential: JsonObject): StatedFacts {
  const subject = objectAt(credential, 'credentialSubject') ?? {};
  const achievement = objectAt(subject, 'achievement') ?? {};
  const { from, until } = validityOf(credential);
  const credits = subject['creditsEarned'];
  return [
    { label: 'Name', value: text(achievement['name']) || text(credential['name']) },
    { label: 'Holder', value: holderOf(subject) },
    { label: 'Issuer', value: text(objectAt(credential, 'issuer')?.['name']) },
    { label: 'Credits earned', value: typeof credits === 'number' ? String(credits) : '' },
    { label: 'Valid from', value: dayOf(from) },
    { label: 'Valid until', value: dayOf(until) }
  ].filter(({ value }) => value !== '');
}

const ISSUER_UNKNOWN = 'Whether the issuer is who it says it is. This site knows its own keys only.';

const revocationUnasked = (credential: JsonObject) =>
  credential['credentialStatus'] === undefined
    ? []
    : [
        'Whether it was revoked since. That would mean asking the issuer over the network, which this page never does.'
      ];

function unchecked(credential: JsonObject, signature: SignatureOutcome): string[] {
  const own = signature.kind === 'unchecked' ? [signature.why] : [];
  return [...own, ISSUER_UNKNOWN, ...revocationUnasked(credential)];
}

function checked(signature: SignatureOutcome): string[] {
  const form = 'It is written as Open Badges 3.0 asks, and its dates hold today.';
  return signature.kind === 'fits'
    ? [`The signature fits ${signature.by}: nothing was changed since.`, form]
    : [form];
}

/** The report on a badge from elsewhere: it is never called valid, because nobody here vouches for it. */
export function reportForeign(
  credential: JsonObject,
  { signature, faults }: { signature: SignatureOutcome; faults: string[] }
): BadgeReport {
  const all = signature.kind === 'wrong' ? [signature.why, ...faults] : faults;
  const verdict = all.length > 0 ? 'broken' : signature.kind === 'fits' ? 'fits' : 'unconfirmed';
  const isEndorsement = credentialClass(credential) === 'EndorsementCredential';
  const note = isEndorsement
    ? ['It is an endorsement: it speaks of a badge or an issuer, and awards nothing.']
    : [];
  return {
    verdict,
    isDemonstration: false,
    faults: all,
    checked: verdict === 'broken' ? [] : [...checked(signature), ...note],
    unchecked: verdict === 'broken' && signature.kind !== 'unchecked' ? [] : unchecked(credential, signature),
    facts: statedFacts(credential)
  };
}

/** The badge of this site that a credential claims to be by its id, or null. */
export function claimedBadgeId(credential: JsonObject): string | null {
  return typeof credential['id'] === 'string' ? badgeIdOf(credential['id']) : null;
}

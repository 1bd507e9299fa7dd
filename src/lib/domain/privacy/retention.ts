/** Who or what ends the keeping of a kind of data. */
export type RemovedBy = 'retention' | 'old-exports' | 'erasures' | 'nobody' | 'operator';

/** A kind of data, how long it is kept and on what ground. */
export type RetainedKind = {
  id: string;
  what: string;
  why: string;
  /** In words; null: the years that the operator set for the record of a credit. */
  howLong: string | null;
  /** GDPR, article 6(1), and what it rests on; the operator confirms it. */
  ground: string;
  removedBy: RemovedBy;
};

const CONTRACT = 'To give you the account that you asked for, 6(1)(b)';
const INTEREST = 'To keep accounts and records safe, 6(1)(f)';
const DUTY = 'Duty of a provider of continuing education, 6(1)(c)';

/**
 * Everything that is kept about people, in the order in which the pages show it. The job named `retention` removes what its
 * line says (server/privacy/retention-queries.ts); a kind that it should remove and does not know is a type error there.
 */
export const RETAINED = [
  {
    id: 'account',
    what: 'E-mail address, profile and ways to sign in (password and recovery codes as one-way hashes)',
    why: 'To sign you in, and to print your credit as the rules of your profession ask',
    howLong: 'Until you have them erased',
    ground: CONTRACT,
    removedBy: 'erasures'
  },
  {
    id: 'learning',
    what: 'Attempts, answers, sections that you opened, evaluations, commitments and follow-ups',
    why: 'To resume where you were, to score, and to improve the activity',
    howLong: 'With your account; afterwards without your name and without what you typed',
    ground: CONTRACT,
    removedBy: 'erasures'
  },
  {
    id: 'accommodations',
    what: 'Extra time and breaks that you were granted, and who confirmed that you need them; never why',
    why: 'So that you have them in each assessment, and attempts can be explained',
    howLong: 'Until you have them erased',
    ground: 'Duty to put nobody at a disadvantage, 6(1)(c)',
    removedBy: 'erasures'
  },
  {
    id: 'identifiers',
    what: 'License and board numbers, day of birth without its year',
    why: 'To report credit where you permitted it',
    howLong: 'Until you have them erased',
    ground: 'Your consent, 6(1)(a)',
    removedBy: 'erasures'
  },
  {
    id: 'credit-record',
    what: 'Who completed what when, with the credit and the certificate',
    why: 'A provider must be able to confirm it for years, and so must whoever shows the certificate',
    howLong: null,
    ground: `${DUTY}; it is why erasure leaves it until then, 17(3)(b) and (e)`,
    removedBy: 'retention'
  },
  {
    id: 'sessions',
    what: 'Where you are signed in: browser in words, truncated network, times',
    why: 'To keep you signed in, and to let you see and end it elsewhere',
    howLong: 'Until you sign out, at most 30 days',
    ground: CONTRACT,
    removedBy: 'retention'
  },
  {
    id: 'links',
    what: 'Links and half-finished sign-ins: hashes, the address that a letter went to, what an institution said of you',
    why: 'To prove an address, replace a password, or end a sign-in that was begun',
    howLong: 'A day after they stopped working',
    ground: CONTRACT,
    removedBy: 'retention'
  },
  {
    id: 'throttles',
    what: 'Counts of failed tries, and where you signed in before (network, browser), under one-way hashes',
    why: 'So that nobody guesses passwords or codes, and nobody who tries keeps you out',
    howLong: '31 days after the last failure, 180 days after the last sign-in',
    ground: INTEREST,
    removedBy: 'retention'
  },
  {
    id: 'letters',
    what: 'Letters to you with their address',
    why: 'To send them, and to answer for what was sent',
    howLong: '90 days after they were sent or taken back',
    ground: CONTRACT,
    removedBy: 'retention'
  },
  {
    id: 'transcript-links',
    what: 'Links to your transcript that you gave away',
    why: 'To let others read it as long as you want',
    howLong: '30 days after they ended',
    ground: CONTRACT,
    removedBy: 'retention'
  },
  {
    id: 'uploads',
    what: 'Packages of educators between their check and their import',
    why: 'To import what was checked',
    howLong: 'A day',
    ground: CONTRACT,
    removedBy: 'retention'
  },
  {
    id: 'exports',
    what: 'Files of the completion report, which hold names; that they were made is on record without them',
    why: 'So that an admin can fetch a long report',
    howLong: '7 days',
    ground: DUTY,
    removedBy: 'old-exports'
  },
  {
    id: 'audit',
    what: 'A log of who did what when, by pseudonymous ids; truncated network and reason apart from it',
    why: 'So that records can be trusted; it cannot be changed afterwards',
    howLong: 'The ids for as long as the records; network and reason until you have your data erased',
    ground: INTEREST,
    removedBy: 'erasures'
  },
  {
    id: 'authorship',
    what: 'Who wrote, reviewed, approved or disclosed what is taught',
    why: 'What is taught must name who answers for it',
    howLong: 'For as long as the activity; after an erasure under a pseudonym, but for published disclosures',
    ground: DUTY,
    removedBy: 'nobody'
  },
  {
    id: 'logs',
    what: 'Logs of the program: ids, routes and outcomes, no address, no name',
    why: 'To find faults and attacks',
    howLong: 'As long as the operator keeps them; 90 days are advised',
    ground: INTEREST,
    removedBy: 'operator'
  },
  {
    id: 'backups',
    what: 'Backups of all of this',
    why: 'So that nothing acknowledged is lost',
    howLong: 'As long as the operator keeps them; 35 days are advised. A restore erases again who was erased',
    ground: INTEREST,
    removedBy: 'operator'
  }
] as const satisfies readonly RetainedKind[];

/** The kinds that the nightly job removes. */
export type SweptKind = Extract<(typeof RETAINED)[number], { removedBy: 'retention' }>['id'];

/** How long a kind is kept, in words. */
export function howLongWords({ howLong }: Pick<RetainedKind, 'howLong'>, creditRecordYears: number): string {
  return howLong ?? `${creditRecordYears} years after the activity, also when you have your data erased`;
}

export const LEAST_CREDIT_RECORD_YEARS = 6;
export const MOST_CREDIT_RECORD_YEARS = 30;

/** The years of a posted form; null: they are no whole number in the range. ACCME asks for six (cme-rules.md §1.6). */
export function readCreditRecordYears(typed: string): number | null {
  const years = /^\d{1,2}$/.test(typed.trim()) ? Number(typed) : 0;
  return years >= LEAST_CREDIT_RECORD_YEARS && years <= MOST_CREDIT_RECORD_YEARS ? years : null;
}

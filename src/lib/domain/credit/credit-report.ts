import type { IdentifierKind } from './reporting-identifiers.ts';

/**
 * A report of a person's credit to somebody outside, which takes that person's permission. Whoever changes the wording
 * counts `wordingVersion` up; what was permitted keeps the words that were shown.
 */
export type CreditReport = {
  id: string;
  /** Where it goes, in a few words. */
  name: string;
  /** What a learner agrees to, in the first person. */
  wording: string;
  wordingVersion: number;
  /** What it finds the learner by, beside the name. */
  needs: readonly IdentifierKind[];
  /** Where it is written what the report needs. */
  source: string;
};

/** Every report that a rule may ask permission for. */
const CREDIT_REPORTS: readonly CreditReport[] = [
  {
    id: 'pars',
    name: 'ACCME PARS (state boards)',
    wording:
      'I permit the provider to report my completion of this activity, with my name, my state and license number and ' +
      'the month and day of my birth, to the Program and Activity Reporting System (PARS) of ACCME, which passes it on ' +
      'to the licensing boards that take part.',
    wordingVersion: 1,
    needs: ['licence', 'birthDay'],
    source: 'accme.org/learner-credit-data, accme.org/faq/10501'
  },
  {
    id: 'abim-moc',
    name: 'ABIM MOC points',
    wording:
      'I permit the provider to report my completion of this activity, with my name, my ABIM ID and the month and day ' +
      'of my birth, to ACCME, so that the American Board of Internal Medicine can grant me MOC points.',
    wordingVersion: 1,
    needs: ['boardId', 'birthDay'],
    source: 'accme.org/abim-moc, knowledgeplus.nejm.org'
  },
  {
    id: 'cpe-monitor',
    name: 'CPE Monitor (NABP)',
    wording:
      'I permit the provider to report my completion of this activity, with my name, my NABP e-Profile ID and the month ' +
      'and day of my birth, to CPE Monitor of ACPE and NABP, which alone issues statements of pharmacy credit.',
    wordingVersion: 1,
    needs: ['nabpId', 'birthDay'],
    source: 'acpe-accredit.org/cpe-monitor'
  },
  {
    id: 'ce-broker',
    name: 'CE Broker',
    wording:
      'I permit the provider to report my completion of this activity, with my name, profession and state and license ' +
      'number, to CE Broker, which keeps records for the licensing boards that use it.',
    wordingVersion: 1,
    needs: ['licence'],
    source: 'help.cebroker.com, article 15226514662548'
  }
];

/** The reports with these ids, in the order above; an id that this version does not know is left out. */
export function creditReports(ids: readonly string[]): CreditReport[] {
  return CREDIT_REPORTS.filter(({ id }) => ids.includes(id));
}

/** What these reports find a learner by, each kind once. */
export function neededIdentifiers(reports: readonly CreditReport[]): IdentifierKind[] {
  return [...new Set(reports.flatMap(({ needs }) => needs))];
}

/** For which of the reports each kind is needed, in words; no words where all of them need it. */
export function identifierPurposes(
  reports: readonly CreditReport[]
): Partial<Record<IdentifierKind, string>> {
  const purposes: Partial<Record<IdentifierKind, string>> = {};
  for (const kind of neededIdentifiers(reports)) {
    const names = reports.filter(({ needs }) => needs.includes(kind)).map(({ name }) => name);
    if (names.length < reports.length) purposes[kind] = `Only for ${names.join(' and ')}.`;
  }
  return purposes;
}

import { describe, expect, it } from 'vitest';
import type { OfferedActivity } from './credit-offer.ts';
import type { RuleVersion } from './credit-rule.ts';
import { decideOffer } from './decide-offer.ts';
import { documentLines, entitledAmount } from './entitlement.ts';
import { refusalWords } from './refusal.ts';
import { SHIPPED_RULES } from './shipped/shipped-rules.ts';

/**
 * Who gets what, row by row. Every row was derived by hand from the section of the rules of continuing education that it
 * names (cme-rules.md), or from product.md where the program decides. The activity opens on 2026-12-01 and closes on
 * 2029-11-30.
 */
const RULES: RuleVersion[] = SHIPPED_RULES.map((rule) => ({ ...rule, id: `${rule.key} ${rule.version}` }));

/** `format minutes+minutes of the evaluation`, e.g. `enduring-material 28+2`. */
type Shape = `${string} ${number}+${number}`;

/** Who accredits the provider, or that nobody does. */
type State = 'demonstration' | 'ACCME' | 'Joint Accreditation' | 'ANCC' | 'AAPA';

/** Types with the quarter credits that were designated, e.g. `ama-pra-1=2 ipce=2`; `most`: the activity's own maximum. */
type Offers = string;

/** `profession, country`. */
type Who = `${string}, ${string}`;

type Given = { source: string; who: Who; shape: Shape; state: State; offers: Offers; day: string };

function offersOf(offers: string): OfferedActivity['offers'] {
  return offers.split(' ').flatMap((offer) => {
    const [key, quarters] = offer.split('=');
    const rule = RULES.find((known) => known.key === key);
    return rule ? [{ rule, designatedQuarterCredits: Number(quarters) }] : [];
  });
}

function decide({ who, shape, state, offers, day }: Given) {
  const [profession = '', country = ''] = who.split(', ');
  const [format = '', time = ''] = shape.split(' ');
  const [work = 0, evaluationMinutes = 0] = time.split('+').map(Number);
  const provider = {
    name: 'The Example University',
    accreditor: state,
    accreditorId: '0001234',
    mode: 'direct' as const,
    jointProviders: '',
    address: '1 Example Street, Springfield'
  };
  const activity: OfferedActivity = {
    title: 'Resistance to immunotherapy',
    format,
    estimatedMinutes: work + evaluationMinutes,
    evaluationMinutes,
    releaseDate: '2026-12-01',
    expiryDate: '2029-11-30',
    mode: state === 'demonstration' ? 'demonstration' : 'accredited',
    provider: state === 'demonstration' ? null : provider,
    maximumQuarterCredits: Number(/most=(\d+)/.exec(offers)?.[1] ?? 40),
    offers: offersOf(offers)
  };
  return decideOffer({ person: { profession, country }, activity, day }, RULES);
}

const HALF = 'enduring-material 28+2';
const HOUR = 'enduring-material 60+0';
const DAY = '2027-03-15';
const TEAM = 'ama-pra-1=2 ancc-contact-hours=2 acpe-pharmacist=2 acpe-technician=2 aapa-1=2 ipce=2';
const FOR_DOCTORS = 'The activity was designated for 0.5 AMA PRA Category 1 Credit™.';
const SUMMARY = 'This is not a statement of credit';
const IPCE = 'planned by and for the healthcare team, and learners will receive 0.5 Interprofessional';

type Gets = [
  source: string,
  Who,
  Shape,
  State,
  Offers,
  day: string,
  document: string,
  amount: string,
  words: string
];

// prettier-ignore
const GETS: Gets[] = [
  // Demonstrations: the document of the profession, and nobody's words (§0.1, product.md promise 8).
  ['§0.1', 'physician, US', HALF, 'demonstration', 'most=2', DAY, 'certificate', '0.5 demonstration credit', ''],
  ['§0.1', 'physician, GB', HALF, 'demonstration', 'most=2', DAY, 'certificate', '0.5 demonstration credit', ''],
  ['§0.1', 'physician, DE', 'enduring-material 58+2', 'demonstration', 'most=4', DAY, 'certificate', '1 demonstration credit', ''],
  ['§0.1', 'physician, US', 'enduring-material 75+0', 'demonstration', 'most=5', DAY, 'certificate', '1.25 demonstration credits', ''],
  ['§0.1', 'physician, US', 'enduring-material 5+0', 'demonstration', 'most=2', DAY, 'certificate', '0.25 demonstration credit', ''],
  ['§0.2', 'pharmacist, US', HALF, 'demonstration', 'most=2', DAY, 'completion-summary', '0.5 hours of participation (demonstration)', SUMMARY],
  ['§0.2', 'pharmacy-technician, US', HALF, 'demonstration', 'most=2', DAY, 'completion-summary', '0.5 hours of participation (demonstration)', SUMMARY],
  ['§1.4', 'nurse, US', HALF, 'demonstration', 'most=2', DAY, 'certificate-of-participation', '0.5 hours of participation (demonstration)', ''],
  ['§1.4', 'physician-associate, US', HALF, 'demonstration', 'most=2', DAY, 'certificate-of-participation', '0.5 hours of participation (demonstration)', ''],
  ['§1.4', 'student, IN', 'live-course 60+0', 'demonstration', 'most=4', DAY, 'certificate-of-participation', '1 hour of participation (demonstration)', ''],
  ['product.md, promise 8', 'other, US', HALF, 'demonstration', 'most=2', '2031-01-01', 'certificate-of-participation', '0.5 hours of participation (demonstration)', ''],
  ['§0.1 (designated, not attested)', 'physician, US', HALF, 'demonstration', 'most=2 ama-pra-1=2', DAY, 'certificate', '0.5 demonstration credit', ''],

  // AMA PRA: 60 minutes, nearest quarter, physicians alone (§1.3).
  ['§1.3', 'physician, US', HALF, 'ACCME', 'ama-pra-1=2', DAY, 'certificate', '0.5 AMA PRA Category 1 Credit™', 'awards 0.5 AMA PRA Category 1 Credit™'],
  ['§1.3', 'physician, US', HALF, 'ACCME', 'ama-pra-1=2', DAY, 'certificate', '0.5 AMA PRA Category 1 Credit™', 'The Example University designates this enduring material for a maximum of 0.5 AMA PRA Category 1 Credit™. Physicians should claim only the credit commensurate with the extent of their participation in the activity.'],
  ['§1.3 (equivalents)', 'physician, IN', HALF, 'ACCME', 'ama-pra-1=2', DAY, 'certificate', '0.5 AMA PRA Category 1 Credit™', ''],
  ['§1.3 (rounding)', 'physician, US', 'enduring-material 37+0', 'ACCME', 'ama-pra-1=8', DAY, 'certificate', '0.5 AMA PRA Category 1 Credit™', ''],
  ['§1.3 (rounding)', 'physician, US', 'enduring-material 38+0', 'ACCME', 'ama-pra-1=8', DAY, 'certificate', '0.75 AMA PRA Category 1 Credit™', ''],
  ['§1.3 (plural)', 'physician, US', 'live-course 90+0', 'ACCME', 'ama-pra-1=6', DAY, 'certificate', '1.5 AMA PRA Category 1 Credits™', 'designates this live activity for a maximum of 1.5 AMA PRA Category 1 Credits™'],
  ['§1.3 (one)', 'physician, US', 'journal-based 60+0', 'ACCME', 'ama-pra-1=4', DAY, 'certificate', '1 AMA PRA Category 1 Credit™', 'this journal-based activity'],
  ['§1.3 (designated)', 'physician, US', 'enduring-material 90+0', 'ACCME', 'ama-pra-1=4', DAY, 'certificate', '1 AMA PRA Category 1 Credit™', ''],
  ['§1.2 (first day)', 'physician, US', HALF, 'ACCME', 'ama-pra-1=2', '2026-12-01', 'certificate', '0.5 AMA PRA Category 1 Credit™', ''],
  ['§1.2 (last day)', 'physician, US', HALF, 'ACCME', 'ama-pra-1=2', '2029-11-30', 'certificate', '0.5 AMA PRA Category 1 Credit™', ''],
  ['§1.3 (Joint Accreditation)', 'physician, US', HALF, 'Joint Accreditation', 'ama-pra-1=2', DAY, 'certificate', '0.5 AMA PRA Category 1 Credit™', ''],

  // Participation of those who earn no credit, consistent with what was designated (§1.3, §1.4).
  ['§1.4', 'nurse, US', HALF, 'ACCME', 'ama-pra-1=2', DAY, 'certificate-of-participation', '0.5 hours of participation', FOR_DOCTORS],
  ['§1.4', 'psychologist, US', HALF, 'ACCME', 'ama-pra-1=2', DAY, 'certificate-of-participation', '0.5 hours of participation', FOR_DOCTORS],
  ['§1.4 (AAPA accepts)', 'physician-associate, US', HALF, 'ACCME', 'ama-pra-1=2', DAY, 'certificate-of-participation', '0.5 hours of participation', 'AAPA accepts certificates of participation for educational activities certified for AMA PRA Category 1 Credit™.'],
  ['§0.2', 'pharmacist, US', HALF, 'ACCME', 'ama-pra-1=2', DAY, 'completion-summary', '0.5 hours of participation', SUMMARY],
  ['§1.4', 'scientist, FR', HOUR, 'ACCME', 'ama-pra-1=4', DAY, 'certificate-of-participation', '1 hour of participation', 'designated for 1 AMA PRA Category 1 Credit™'],
  ['§1.3', 'other, US', HALF, 'ACCME', 'ama-pra-1=2', DAY, 'certificate-of-participation', '0.5 hours of participation', FOR_DOCTORS],

  // ANCC: 60 minutes with the evaluation; provider and address on the document (§1.4, §1.5).
  ['§1.5', 'nurse, US', HALF, 'Joint Accreditation', TEAM, DAY, 'certificate', '0.5 contact hour', 'Example University, 1 Example Street, Springfield, awards 0.5 contact hour'],
  ['§1.5 (evaluation counts)', 'nurse, US', 'enduring-material 50+10', 'ANCC', 'ancc-contact-hours=4', DAY, 'certificate', '1 contact hour', ''],
  ['§1.5', 'nurse-practitioner, US', 'live-course 75+0', 'ANCC', 'ancc-contact-hours=5', DAY, 'certificate', '1.25 contact hours', ''],
  ['§1.5 (Joint Accreditation)', 'nurse, US', HALF, 'Joint Accreditation', 'ama-pra-1=2 ancc-contact-hours=2', DAY, 'certificate', '0.5 contact hour', ''],

  // ACPE: never a statement of credit (§0.2, §1.4).
  ['§0.2', 'pharmacist, US', HALF, 'Joint Accreditation', TEAM, DAY, 'completion-summary', '0.5 contact hour', SUMMARY],
  ['§0.2 (60 days)', 'pharmacist, US', HALF, 'Joint Accreditation', TEAM, DAY, 'completion-summary', '0.5 contact hour', 'CPE Monitor, to which the Example University reports within 60 days'],
  ['§1.5 (audience T)', 'pharmacy-technician, US', HALF, 'Joint Accreditation', TEAM, DAY, 'completion-summary', '0.5 contact hour', SUMMARY],
  ['§1.5 (audience P alone)', 'pharmacy-technician, US', HALF, 'Joint Accreditation', 'acpe-pharmacist=2', DAY, 'completion-summary', '0.5 hours of participation', SUMMARY],

  // AAPA: direct approval, one year; an article is one credit (§1.5).
  ['§1.5', 'physician-associate, US', HALF, 'AAPA', 'aapa-1=2', DAY, 'certificate', '0.5 AAPA Category 1 CME credit', ''],
  ['§1.5 (last day of the year)', 'physician-associate, US', HALF, 'AAPA', 'aapa-1=2', '2027-11-30', 'certificate', '0.5 AAPA Category 1 CME credit', ''],
  ['§1.5 (after the year)', 'physician-associate, US', HALF, 'Joint Accreditation', 'ama-pra-1=2 aapa-1=2', '2027-12-01', 'certificate-of-participation', '0.5 hours of participation', 'AAPA accepts certificates'],
  ['§1.5 (article)', 'physician-associate, US', 'journal-based 35+0', 'AAPA', 'aapa-1-journal=4', DAY, 'certificate', '1 AAPA Category 1 CME credit', ''],
  ['§1.5 (article)', 'physician-associate, US', 'journal-based 90+0', 'AAPA', 'aapa-1-journal=8', DAY, 'certificate', '1 AAPA Category 1 CME credit', ''],

  // Beside a credit: IPCE for the team, MOC points with AMA PRA (§1.4, §1.5).
  ['§1.5', 'physician, US', HALF, 'Joint Accreditation', TEAM, DAY, 'certificate', '0.5 AMA PRA Category 1 Credit™', IPCE],
  ['§1.5', 'social-worker, US', HALF, 'Joint Accreditation', TEAM, DAY, 'certificate-of-participation', '0.5 hours of participation', IPCE],
  ['§1.4 (MOC)', 'physician, US', HOUR, 'ACCME', 'ama-pra-1=4 abim-moc=4', DAY, 'certificate', '1 AMA PRA Category 1 Credit™', 'enables the participant to earn up to 1 MOC point in the American Board'],
  ['§1.5 (fewer points)', 'physician, US', HOUR, 'ACCME', 'ama-pra-1=4 abim-moc=2', DAY, 'certificate', '1 AMA PRA Category 1 Credit™', 'Equivalent to 0.5 MOC points'],

  // Federation of the Royal Colleges and EACCME: whole hours, by country (§1.5).
  ['§1.5 (RCP)', 'physician, GB', HOUR, 'ACCME', 'ama-pra-1=4 rcp-cpd=4', DAY, 'certificate', '1 CPD credit', 'Federation of the Royal Colleges of Physicians of the United Kingdom for a maximum of 1 CPD credit'],
  ['§1.5 (RCP)', 'physician, GB', 'live-course 150+0', 'ACCME', 'rcp-cpd=12 eaccme=12', DAY, 'certificate', '2 CPD credits', ''],
  ['§1.5 (EACCME)', 'physician, DE', HOUR, 'ACCME', 'ama-pra-1=4 eaccme=4', DAY, 'certificate', '1 European CME credit (ECMEC®)', '(EACCME)'],
  ['§1.5 (EACCME)', 'physician, FR', 'enduring-material 125+5', 'ACCME', 'eaccme=8', DAY, 'certificate', '2 European CME credits (ECMEC®s)', ''],
  ['§1.5 (too short for a whole hour)', 'physician, GB', HALF, 'ACCME', 'ama-pra-1=2 rcp-cpd=4 eaccme=4', DAY, 'certificate', '0.5 AMA PRA Category 1 Credit™', ''],

  // A provider's own (§1.5: units and minutes are rule data).
  ['§1.5 (own)', 'dentist, US', HALF, 'ACCME', 'own=2', DAY, 'certificate', '0.5 credit of the provider', 'Example University offers a maximum of 0.5 credit of the provider'],
  ['§1.5 (own gives way)', 'physician, US', HALF, 'ACCME', 'own=2 ama-pra-1=2', DAY, 'certificate', '0.5 AMA PRA Category 1 Credit™', ''],
];

type Lacks = [source: string, Who, Shape, State, Offers, day: string, key: string, reason: object];

const PHYSICIAN = { kind: 'wrong-profession', professions: ['physician'] };

// prettier-ignore
const LACKS: Lacks[] = [
  ['§0.1', 'physician, US', HALF, 'demonstration', 'most=2', DAY, 'ama-pra-1', { kind: 'demonstration' }],
  ['§0.1', 'nurse, US', HALF, 'demonstration', 'most=2', DAY, 'ancc-contact-hours', { kind: 'demonstration' }],
  ['§0.1', 'physician, GB', HOUR, 'demonstration', 'most=4', DAY, 'rcp-cpd', { kind: 'demonstration' }],
  ['§0.1 (not designated in advance)', 'physician, US', HALF, 'ACCME', '', DAY, 'ama-pra-1', { kind: 'not-designated' }],
  ['§0.1', 'nurse, US', HALF, 'Joint Accreditation', 'ama-pra-1=2', DAY, 'ancc-contact-hours', { kind: 'not-designated' }],
  ['§0.1', 'physician, US', HALF, 'ACCME', 'ama-pra-1=2', DAY, 'demonstration', { kind: 'accredited' }],
  ['§1.3', 'nurse, US', HALF, 'ACCME', 'ama-pra-1=2', DAY, 'ama-pra-1', PHYSICIAN],
  ['§1.3', 'physician-associate, US', HALF, 'ACCME', 'ama-pra-1=2', DAY, 'ama-pra-1', PHYSICIAN],
  ['§1.3', 'pharmacist, US', HALF, 'Joint Accreditation', TEAM, DAY, 'ama-pra-1', PHYSICIAN],
  ['§1.5', 'physician, US', HALF, 'Joint Accreditation', TEAM, DAY, 'acpe-pharmacist', { kind: 'wrong-profession', professions: ['pharmacist'] }],
  ['§1.5', 'physician, US', HALF, 'Joint Accreditation', TEAM, DAY, 'ancc-contact-hours', { kind: 'wrong-profession', professions: ['nurse', 'nurse-practitioner'] }],
  ['§1.5 (series)', 'pharmacist, US', 'regularly-scheduled-series 60+0', 'Joint Accreditation', 'acpe-pharmacist=4', DAY, 'acpe-pharmacist', { kind: 'wrong-format', formats: ['live-course', 'enduring-material', 'journal-based'] }],
  ['§1.3 (formats)', 'physician, US', 'committee-learning 60+0', 'ACCME', 'ama-pra-1=4', DAY, 'ama-pra-1', { kind: 'wrong-format' }],
  ['§1.5 (article)', 'physician-associate, US', HALF, 'AAPA', 'aapa-1-journal=4', DAY, 'aapa-1-journal', { kind: 'wrong-format', formats: ['journal-based'] }],
  ['§1.5 (RCP)', 'physician, US', HOUR, 'ACCME', 'rcp-cpd=4', DAY, 'rcp-cpd', { kind: 'wrong-country', countries: ['GB'] }],
  ['§1.5 (EACCME)', 'physician, US', HOUR, 'ACCME', 'eaccme=4', DAY, 'eaccme', { kind: 'wrong-country' }],
  ['§1.5 (RCP)', 'nurse, GB', HOUR, 'ACCME', 'rcp-cpd=4', DAY, 'rcp-cpd', PHYSICIAN],
  ['§1.5 (RCP, not in retrospect)', 'physician, GB', HOUR, 'ACCME', 'rcp-cpd=4', '2024-03-30', 'rcp-cpd', { kind: 'not-yet-valid', validFrom: '2024-03-31' }],
  ['§1.1 (from 2022-01-01)', 'physician, US', HALF, 'ACCME', 'ama-pra-1=2', '2021-12-31', 'ama-pra-1', { kind: 'not-yet-valid', validFrom: '2022-01-01' }],
  ['§1.2', 'physician, US', HALF, 'ACCME', 'ama-pra-1=2', '2026-11-30', 'ama-pra-1', { kind: 'upcoming', releaseDate: '2026-12-01' }],
  ['§1.2', 'physician, US', HALF, 'ACCME', 'ama-pra-1=2', '2029-12-01', 'ama-pra-1', { kind: 'closed', expiryDate: '2029-11-30' }],
  ['§1.2', 'nurse, US', HALF, 'ACCME', 'ama-pra-1=2', '2029-12-01', 'participation', { kind: 'closed', expiryDate: '2029-11-30' }],
  ['§1.5 (one year)', 'physician-associate, US', HALF, 'AAPA', 'aapa-1=2', '2027-12-01', 'aapa-1', { kind: 'expired-for-type', lastDay: '2027-11-30' }],
  ['§1.3 (nearest quarter of 7 minutes)', 'physician, US', 'enduring-material 7+0', 'ACCME', 'ama-pra-1=1', DAY, 'ama-pra-1', { kind: 'no-amount' }],
  ['§1.5 (ECMEC without the evaluation)', 'physician, DE', 'enduring-material 57+3', 'ACCME', 'eaccme=4', DAY, 'eaccme', { kind: 'no-amount' }],
  ['§1.5 (accredited for nursing)', 'nurse, US', HALF, 'ACCME', 'ancc-contact-hours=2', DAY, 'ancc-contact-hours', { kind: 'wrong-accreditor', accreditors: ['ANCC', 'Joint Accreditation'] }],
  ['§1.3', 'physician, US', HALF, 'ANCC', 'ama-pra-1=2', DAY, 'ama-pra-1', { kind: 'wrong-accreditor', accreditors: ['ACCME', 'Joint Accreditation'] }],
  ['§1.5 (IPCE)', 'nurse, US', HALF, 'ACCME', 'ama-pra-1=2 ipce=2', DAY, 'ipce', { kind: 'wrong-accreditor', accreditors: ['Joint Accreditation'] }],
  ['§1.4 (MOC)', 'nurse, US', HALF, 'ACCME', 'ama-pra-1=2 abim-moc=2', DAY, 'abim-moc', PHYSICIAN],
  ['§1.4 (MOC with AMA PRA)', 'physician, GB', HOUR, 'ACCME', 'ama-pra-1=4 rcp-cpd=4 abim-moc=4', DAY, 'abim-moc', { kind: 'not-beside', keys: ['ama-pra-1'] }],
  ['§1.4 (MOC with AMA PRA)', 'physician, US', HALF, 'ACCME', 'abim-moc=2', DAY, 'abim-moc', { kind: 'not-beside', keys: ['ama-pra-1'] }]
];

describe('what a person gets', () => {
  it.each(GETS)('%s: %s, %s, %s, %s, on %s: %s', (...row) => {
    const [source, who, shape, state, offers, day, document, amount, words] = row;
    const answer = decide({ source, who, shape, state, offers, day });
    if (answer.kind !== 'eligible') throw new Error(answer.reason.kind);
    const { credit } = answer;
    expect(credit.document).toBe(document);
    expect(entitledAmount(credit, credit.maximumQuarterCredits)).toBe(amount);
    const lines = documentLines(credit, credit.maximumQuarterCredits);
    const designations = [credit.designation, ...credit.added.map(({ designation }) => designation)];
    const said = [...designations, ...lines].join('\n');
    expect(said).toContain(words);
    expect(said).not.toMatch(/[{}]/);
    if (state === 'demonstration') expect(said).not.toMatch(/AMA|ACCME|ANCC|ACPE|AAPA|CPE Monitor|designat/);
  });

  it.each(LACKS)('%s: %s, %s, %s, %s, on %s: not %s', (...row) => {
    const [source, who, shape, state, offers, day, key, reason] = row;
    const { refused } = decide({ source, who, shape, state, offers, day });
    const found = refused.find((type) => type.key === key);
    expect(found?.refusal).toMatchObject(reason);
    expect(found && refusalWords(found.refusal)).toMatch(/^[A-Z].*\.$/);
  });

  it('is judged in at least sixty rows, of which each names its source', () => {
    expect(GETS.length + LACKS.length).toBeGreaterThanOrEqual(60);
    expect([...GETS, ...LACKS].every(([source]) => /^§\d\.\d|^product\.md/.test(source))).toBe(true);
  });

  it('is nothing before the activity opens and after it closed, for everybody', () => {
    const given = { source: '§1.2', shape: HALF, state: 'ACCME', offers: 'ama-pra-1=2' } as const;
    const early = decide({ ...given, who: 'nurse, US', day: '2026-11-30' });
    expect(early).toMatchObject({ kind: 'not-eligible', reason: { kind: 'upcoming' } });
    const late = decide({ ...given, who: 'physician, US', day: '2029-12-01' });
    expect(late).toMatchObject({ kind: 'not-eligible', reason: { kind: 'closed' } });
  });

  it('needs a permission for each report that it leads to', () => {
    const given = { source: '§2.1', shape: HALF, state: 'Joint Accreditation', day: DAY } as const;
    const reports = (who: Who, offers: Offers) => {
      const answer = decide({ ...given, who, offers });
      return answer.kind === 'eligible' ? answer.credit.reports : [];
    };
    expect(reports('physician, US', 'ama-pra-1=2 abim-moc=2')).toEqual(['pars', 'abim-moc']);
    expect(reports('pharmacist, US', TEAM)).toEqual(['cpe-monitor']);
    expect(reports('nurse, US', TEAM)).toEqual(['ce-broker']);
    expect(reports('social-worker, US', TEAM)).toEqual([]);
  });
});

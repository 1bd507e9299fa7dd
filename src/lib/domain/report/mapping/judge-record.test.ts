import { describe, expect, it } from 'vitest';
import { FAULT_KINDS, type FaultKind } from './fault-kinds.ts';
import { describeFault } from './fault.ts';
import { fitCells, judgementOn, judgeRecord } from './judge-record.ts';
import {
  holding,
  nurse,
  pharmacist,
  RECORD,
  sentAs,
  shipped,
  type Change
} from '../../../../../tests/support/report-record.ts';

const PERSON = '/admin/people/p1';
const FILE = '/admin/reports/submissions/s1';
const NUMBERS = '/admin/reports/activities/a1';
const PROVIDER = '/admin/accreditation/provider';

/** A record that is ready for each mapping, changed in one way: the fault, the column and where it is mended. */
const FAULTS: [FaultKind, string, Change, string | null, string | null][] = [
  ['demonstration', 'pars-learners', { isDemonstration: true }, null, null],
  [
    'not-claimed',
    'pars-learners',
    { isClaimed: false, certificateId: null },
    null,
    '/admin/completions/c1/evidence'
  ],
  ['no-rule', 'pars-learners', { hasRule: false }, null, '/admin/certificates/d1'],
  ['revoked', 'pars-learners', { isRevoked: true }, null, '/admin/certificates/d1'],
  ['profession-not-reportable', 'pars-learners', { profession: 'nurse' }, null, PERSON],
  ['credit-not-reported', 'pars-learners', { reports: ['ce-broker'] }, null, '/admin/certificates/d1'],
  ['too-old', 'pars-learners', { completedOn: '2024-12-31' }, null, null],
  ['past-deadline', 'cpe-monitor', { ...pharmacist(), completedOn: '2026-09-25' }, null, null],
  ['in-future', 'pars-learners', { completedOn: '2026-11-26' }, null, '/admin/certificates/d1'],
  ['permission-refused', 'pars-learners', { isPermitted: false }, null, PERSON],
  ['permission-not-asked', 'pars-learners', { isPermitted: null }, null, PERSON],
  ['already-accepted', 'pars-learners', sentAs('accepted'), null, FILE],
  ['awaiting-answer', 'pars-learners', sentAs('submitted'), null, FILE],
  ['deletion-awaited', 'pars-learners', { ...sentAs('deleting'), isRevoked: true }, null, FILE],
  ['changed-since-sent', 'pars-learners', sentAs('accepted', 'ccid:0001234:c0'), null, FILE],
  ['revoked-since-sent', 'pars-learners', { ...sentAs('accepted'), isRevoked: true }, null, FILE],
  ['profile-missing', 'pars-learners', { profession: '' }, null, PERSON],
  ['given-name-missing', 'pars-learners', holding({ given_name: ' ' }), 'Member.Name.GivenName', PERSON],
  ['family-name-missing', 'generic', holding({ family_name: '' }), 'family_name', PERSON],
  [
    'birth-day-missing',
    'pars-learners',
    holding({ birth_day: null }),
    'Member.PersonalInfo.BirthDate',
    PERSON
  ],
  [
    'birth-day-wrong',
    'pars-learners',
    holding({ birth_day: '13-01' }),
    'Member.PersonalInfo.BirthDate',
    PERSON
  ],
  ['licence-missing', 'pars-learners-text', holding({ licence_number: null }), 'State License ID', PERSON],
  [
    'licence-state-not-taken',
    'pars-learners-text',
    holding({ licence_state: 'XXX' }),
    'State of Licensure',
    PERSON
  ],
  ['licence-form', 'ce-broker-roster', nurse({ licence_number: '12345' }), 'License number', PERSON],
  ['npi-wrong', 'pars-learners-text', holding({ npi: '1234567890' }), 'NPI', PERSON],
  [
    'board-id-missing',
    'abim-moc',
    holding({ board_id: null }),
    'Activity.Module.CreditCertificate[0].UniqueID[0].value',
    PERSON
  ],
  [
    'board-id-wrong',
    'abim-moc',
    holding({ board_id: '12' }),
    'Activity.Module.CreditCertificate[0].UniqueID[0].value',
    PERSON
  ],
  ['nabp-id-missing', 'cpe-monitor', pharmacist({ nabp_id: null }), 'e-Profile ID', PERSON],
  ['nabp-id-wrong', 'cpe-monitor', pharmacist({ nabp_id: 'A1' }), 'e-Profile ID', PERSON],
  ['provider-missing', 'pars-learners-text', holding({ provider_id: null }), 'ACCME Provider ID', PROVIDER],
  ['provider-id-form', 'pars-learners-text', holding({ provider_id: '1234' }), 'ACCME Provider ID', PROVIDER],
  [
    'service-id-missing',
    'pars-learners',
    holding({ pars_service_id: '' }),
    'XtensibleInfo.ProviderID',
    '/admin/reports/numbers'
  ],
  [
    'accme-activity-missing',
    'pars-learners-text',
    holding({ accme_activity_id: null }),
    'ACCME Activity ID',
    NUMBERS
  ],
  [
    'accme-activity-form',
    'pars-learners-text',
    holding({ accme_activity_id: '123' }),
    'ACCME Activity ID',
    NUMBERS
  ],
  ['uan-missing', 'cpe-monitor', pharmacist({ uan: null }), 'UAN', NUMBERS],
  ['uan-form', 'cpe-monitor', pharmacist({ uan: '0123-26' }), 'UAN', NUMBERS],
  [
    'ce-broker-provider-missing',
    'ce-broker-roster',
    nurse({ ce_broker_provider: '' }),
    'Provider tracking number',
    '/admin/reports/numbers'
  ],
  [
    'no-code',
    'ce-broker-roster',
    { profession: 'dentist', values: { ...nurse().values, profession: 'dentist' } },
    'Profession',
    '/admin/reports/mappings/ce-broker-roster'
  ],
  [
    'value-missing',
    'generic',
    holding({ credit_name: '' }),
    'credit_type',
    '/admin/reports/mappings/generic'
  ],
  [
    'wrong-form',
    'pars-learners',
    holding({ record_id: 'c1' }),
    'Activity.Module.CreditCertificate[0].CreditID',
    '/admin/reports/mappings/pars-learners'
  ],
  [
    'name-too-long',
    'pars-learners',
    holding({ family_name: 'x'.repeat(101) }),
    'Member.Name.FamilyName',
    PERSON
  ],
  [
    'too-long',
    'pars-learners',
    holding({ activity_title: 'x'.repeat(501) }),
    'Activity.Module.ModuleName.value',
    '/admin/reports/mappings/pars-learners'
  ],
  ['characters', 'pars-learners-text', holding({ family_name: 'Łukasz' }), 'Last Name', PERSON],
  ['no-number', 'generic', holding({ credit: 'half' }), 'credit', '/admin/reports/mappings/generic']
];

/** Kinds that no shipped mapping of completions can meet: see the tests below. */
const ELSEWHERE: FaultKind[] = ['npi-missing', 'ce-broker-course-missing', 'support-not-stated'];

const judge = (key: string, change: Change) =>
  judgeRecord({ ...RECORD, ...change }, judgementOn(shipped(key), '2026-11-25'));

describe('a record that is judged for a file', () => {
  it.each<[string, Change]>([
    ['pars-learners', {}],
    ['pars-learners-text', {}],
    ['abim-moc', {}],
    ['ce-broker-roster', nurse()],
    ['cpe-monitor', pharmacist()],
    ['generic', {}],
    ['pars-learners', sentAs('rejected')],
    ['pars-learners', { ...sentAs('deleted'), completedOn: '2025-01-01' }],
    ['cpe-monitor', { ...pharmacist(), completedOn: '2026-09-26' }]
  ])('is ready for %s', (key, change) => {
    expect(judge(key, change)).toMatchObject({ ok: true });
  });

  it.each(FAULTS)('has %s in %s', (kind, key, change, column, href) => {
    const judged = judge(key, change);
    const found = judged.ok ? [] : judged.problem;
    expect(found).toContainEqual({ kind, column });
    const subject = {
      personId: 'p1',
      activityId: 'a1',
      certificateId: change.certificateId === null ? null : 'd1',
      completionId: 'c1',
      submissionId: change.standing?.submissionId ?? null,
      mappingKey: key
    };
    const fault = describeFault({ kind, column }, { mapping: shipped(key), subject });
    expect([fault.mend?.href ?? null, fault.what, fault.why]).toEqual([
      href,
      expect.stringMatching(/^[A-Z0-9]/),
      expect.stringMatching(/\.( Ask.*)?$/)
    ]);
  });

  it('meets every kind of fault in one of these tests', () => {
    const met = new Set<string>([...FAULTS.map(([kind]) => kind), ...ELSEWHERE]);
    expect(Object.keys(FAULT_KINDS).filter((kind) => !met.has(kind))).toEqual([]);
  });

  it('names the numbers that only a mapping of one’s own or an activity needs', () => {
    const [first] = shipped('generic').columns;
    const needs = (field: 'npi' | 'ce_broker_course' | 'commercial_support') =>
      fitCells({}, { ...shipped('generic'), columns: first ? [{ ...first, field }] : [] });
    for (const [field, kind] of [
      ['npi', 'npi-missing'],
      ['ce_broker_course', 'ce-broker-course-missing'],
      ['commercial_support', 'support-not-stated']
    ] as const) {
      expect(needs(field)).toEqual({ ok: false, problem: [{ kind, column: 'record_id' }] });
    }
  });

  it('tells all faults of a record at once', () => {
    const judged = judge('pars-learners', { ...holding({ birth_day: null, npi: '1' }), isPermitted: null });
    expect(judged.ok ? [] : judged.problem.map(({ kind }) => kind)).toEqual([
      'permission-not-asked',
      'birth-day-missing',
      'npi-wrong'
    ]);
  });
});

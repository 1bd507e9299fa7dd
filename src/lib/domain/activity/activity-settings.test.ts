import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  missingIn,
  parseSettings,
  settingsFieldsOf,
  unsaidIn,
  type SettingsFields
} from './activity-settings.ts';
import { creditWarning } from './credit-for-minutes.ts';

const TODAY = '2026-11-23';

const fields: SettingsFields = {
  title: 'Resistance to immunotherapy',
  summary: 'What it is about.',
  audience: 'Oncologists\nOncology nurses',
  audienceNote: 'For healthcare professionals.',
  estimatedMinutes: '30',
  maximumQuarterCredits: '2',
  timeLimitMinutes: '',
  releaseDate: '2026-12-01',
  reviewDate: '2027-12-01',
  expiryDate: '2029-11-30',
  disclosureStatement: 'None.',
  supportStatement: 'None.',
  medicalDisclaimer: 'For education only.',
  practiceGap: 'Resistance is often found late.',
  offLabelUse: '',
  contact: 'cme@example.org',
  fee: 'Free of charge',
  format: 'enduring-material',
  authors: '',
  reviewers: ''
};

describe('the settings of an activity', () => {
  it('come back as they were typed', () => {
    const parsed = parseSettings(fields, TODAY);
    expect(parsed.ok && settingsFieldsOf(parsed.value)).toEqual(fields);
  });

  it('time the assessment only where a limit is typed', () => {
    const limitOf = (timeLimitMinutes: string) => {
      const parsed = parseSettings({ ...fields, timeLimitMinutes }, TODAY);
      return parsed.ok ? parsed.value.timeLimitMinutes : 'refused';
    };
    expect(['', ' ', '5', ' 40 ', '600'].map(limitOf)).toEqual([null, null, 5, 40, 600]);
  });

  it('can be saved half-written, and name what the release still needs', () => {
    const parsed = parseSettings({ ...fields, summary: ' ', audience: '\n', medicalDisclaimer: '' }, TODAY);
    expect(parsed.ok && missingIn(parsed.value)).toEqual([
      'Write a summary',
      'Write a disclaimer',
      'Name at least one audience, one per line'
    ]);
    const whole = parseSettings(fields, TODAY);
    expect(whole.ok && missingIn(whole.value)).toEqual([]);
  });

  it('say what learners are not told', () => {
    const parsed = parseSettings(fields, TODAY);
    expect(parsed.ok && unsaidIn(parsed.value)).toEqual(['whether uses beyond the labeling are discussed']);
  });

  it.each([
    [{ title: ' ' }, 'title'],
    [{ audience: 'x'.repeat(201) }, 'audience'],
    [{ estimatedMinutes: '0' }, 'estimatedMinutes'],
    [{ estimatedMinutes: '12.5' }, 'estimatedMinutes'],
    [{ maximumQuarterCredits: '401' }, 'maximumQuarterCredits'],
    [{ timeLimitMinutes: '4' }, 'timeLimitMinutes'],
    [{ timeLimitMinutes: '601' }, 'timeLimitMinutes'],
    [{ timeLimitMinutes: '40.5' }, 'timeLimitMinutes'],
    [{ releaseDate: '2027-02-29' }, 'releaseDate'],
    [{ reviewDate: '2026-11-30' }, 'reviewDate'],
    [{ reviewDate: '2029-12-02', expiryDate: '2030-01-01' }, 'reviewDate'],
    [{ expiryDate: '2027-11-30' }, 'expiryDate'],
    [{ expiryDate: '2030-12-02' }, 'expiryDate'],
    [{ releaseDate: '2028-02-29', reviewDate: '2031-03-02', expiryDate: '2031-03-02' }, 'reviewDate'],
    [{ summary: 'x'.repeat(2_001) }, 'summary'],
    [{ fee: 'x'.repeat(1_001) }, 'fee'],
    [{ format: 'seminar' }, 'format']
  ])('are refused at the field: %j', (change, field) => {
    const parsed = parseSettings({ ...fields, ...change }, TODAY);
    expect(parsed.ok ? [] : parsed.problem.map((problem) => problem.field)).toContain(field);
  });

  it('let an activity of former years be reviewed within three years of today', () => {
    const dates = { releaseDate: '2021-01-01', reviewDate: '2029-11-23', expiryDate: '2030-01-01' };
    expect(parseSettings({ ...fields, ...dates }, TODAY).ok).toBe(true);
    expect(parseSettings({ ...fields, ...dates, reviewDate: '2029-11-24' }, TODAY).ok).toBe(false);
  });

  it('never throw, whatever was typed', () => {
    const typed = fc.record(
      Object.fromEntries(Object.keys(fields).map((key) => [key, fc.string({ unit: 'binary' })]))
    );
    fc.assert(
      fc.property(typed, (change) => typeof parseSettings({ ...fields, ...change }, TODAY).ok === 'boolean')
    );
  });
});

describe('credit and time', () => {
  it.each([
    [30, 2, null],
    [37, 2, null],
    [38, 3, null],
    [60, 2, /60 minutes come to 1 credit at/]
  ])('%i minutes for %i quarters', (estimatedMinutes, maximumQuarterCredits, warning) => {
    const said = creditWarning({ estimatedMinutes, maximumQuarterCredits });
    if (warning === null) expect(said).toBeNull();
    else expect(said).toMatch(warning);
  });
});

import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { FieldValues } from '#lib/domain/report/mapping/report-mapping.ts';
import { nurse, RECORD, shipped } from '../../../../../tests/support/report-record.ts';
import { writeReportFile } from './write-report-file.ts';

const CREATED_AT = new Date('2026-11-25T20:40:00.123Z');

async function fileOf(key: string, pages: FieldValues[][]): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  const frame = { mapping: shipped(key), createdAt: CREATED_AT };
  for await (const piece of writeReportFile(frame, pages)) pieces.push(piece);
  return Buffer.concat(pieces);
}

const record = (certificate: object) => ({
  ReportingOrganization: 'Example University',
  Member: {
    Name: { GivenName: 'Ada', FamilyName: 'Åkesson' },
    PersonalInfo: { BirthDate: '02-29' }
  },
  Activity: {
    ProviderOrganization: '0001234',
    Module: {
      ModuleName: { value: 'Resistance', moduleID: '000123456' },
      Status: 'Completed',
      CompletedDateTime: '2026-11-20T12:00:00',
      CreditCertificate: [certificate]
    }
  },
  XtensibleInfo: { ProviderID: 'ws-1', LearnerRecordAction: 'add' }
});

const certificate = (ids: object[], activityCertification: string) => ({
  UniqueID: ids,
  CreditReceived: { activityCertification, creditUnit: 'Point', numberOfCredits: 0.5 },
  CreditID: 'ccid:0001234:c1'
});

describe('the file of an accreditor', () => {
  it('has the learner records of PARS as the draft schema has them: ids as text, credit as a number, days that no zone shifts', async () => {
    const file = (
      await fileOf('pars-learners', [[RECORD.values], [{ ...RECORD.values, npi: null }]])
    ).toString();
    const licence = { value: 'ME 12345', domain: 'FL' };
    const both = [licence, { value: '1234567893', domain: 'NPI' }];
    expect(JSON.parse(file)).toEqual({
      ACCMELearnerReports: {
        ActivityReports: {
          DateTimeCreated: '2026-11-25T14:40:00',
          ActivityReport: [
            record(certificate(both, 'AMA PRA Category 1')),
            record(certificate([licence], 'AMA PRA Category 1'))
          ]
        }
      }
    });
    expect(file.split('\n')).toHaveLength(5);
  });

  it('names ABIM as the domain of a board id', async () => {
    const file = (await fileOf('abim-moc', [[RECORD.values]])).toString();
    expect(file).toContain('"UniqueID":[{"value":"012345","domain":"ABIM"}]');
    expect(file).toContain('"activityCertification":"ABIM MOC"');
  });

  it('is whole without a record', async () => {
    expect(JSON.parse((await fileOf('pars-learners', [])).toString())).toMatchObject({
      ACCMELearnerReports: { ActivityReports: { ActivityReport: [] } }
    });
  });

  it('has lines without a header in ISO 8859-1 for a batch upload', async () => {
    const bytes = await fileOf('pars-learners-text', [
      [{ ...RECORD.values, record_action: 'delete', npi: null }]
    ]);
    expect(bytes.toString('latin1')).toBe(
      '0001234\t000123456\tAda\tÅkesson\t02/29\tFL\tME 12345\t\t11/20/2026\t0.5\tccid:0001234:c1\tdelete\r\n'
    );
  });

  it('guards the cells of a table that a spreadsheet would run', async () => {
    const values = { ...RECORD.values, family_name: '=1+1', country: 'US', credit_name: 'AMA' };
    expect((await fileOf('generic', [[values]])).toString()).toContain(",'=1+1,");
  });

  it('has the columns A to J of CE Broker with real days, the same bytes each time', async () => {
    const pages = [[nurse().values ?? {}]];
    const [one, other] = [await fileOf('ce-broker-roster', pages), await fileOf('ce-broker-roster', pages)];
    const hash = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
    expect(hash(one)).toBe(hash(other));
    const sheet = strFromU8(unzipSync(one)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(sheet).not.toContain('<f>');
    // November 20, 2026 is day 46346 of Excel's calendar, and a number; so are the hours.
    expect(sheet).toMatch(/<c r="F2" s="\d+"><v>46346<\/v>/);
    expect(sheet).toMatch(/<c r="J2"[^>]*><v>0\.5<\/v>/);
    for (const text of ['RN 12345', 'State=FL', 'Profession=RN', '1234', '5678'])
      expect(sheet).toContain(text);
  });
});

import { describe, expect, it } from 'vitest';
import { NO_INSTITUTION, readInstitution, readSecret, ruleRows } from './institution-form.ts';

const typed = {
  ...NO_INSTITUTION,
  name: ' St  Luke ',
  issuer: 'https://id.hospital.example',
  clientId: ' footnote ',
  makesAccounts: true
};

const fieldsWrong = (changed: object) => {
  const read = readInstitution({ ...typed, ...changed });
  return read.ok ? [] : read.problem.map(({ field }) => field);
};

const rule = (role: string) => ({ claim: ' groups ', value: 'cme', role });
const empty = { claim: '', value: '', role: '' };

describe('the form of an institution', () => {
  it('is read with its rules; rows that hold nothing are none', () => {
    expect(readInstitution({ ...typed, rules: [empty, rule('educator'), empty] })).toEqual({
      ok: true,
      value: {
        name: 'St Luke',
        issuer: 'https://id.hospital.example',
        clientId: 'footnote',
        makesAccounts: true,
        vouchesForSecondFactor: false,
        rules: [{ claim: 'groups', value: 'cme', role: 'educator' }]
      }
    });
  });

  it('tells every field that is wrong, by the row as it comes back', () => {
    expect(fieldsWrong({ name: '', issuer: 'x', clientId: 'a\u0000' })).toEqual([
      'name',
      'issuer',
      'clientId'
    ]);
    const rules = [rule('educator'), empty, { claim: '', value: '', role: 'admin' }, rule('owner')];
    expect(fieldsWrong({ rules })).toEqual(['rule-claim-1', 'rule-value-1', 'rule-role-2']);
    expect(ruleRows(rules).map(({ role }) => role)).toEqual(['educator', 'admin', 'owner', '', '']);
  });

  it('gives the admin role by rule only where that is confirmed', () => {
    expect(fieldsWrong({ rules: [rule('admin')] })).toEqual(['allowsAdmin']);
    expect(fieldsWrong({ rules: [rule('admin')], allowsAdmin: true })).toEqual([]);
  });

  it('keeps a secret that nobody typed, unless it is to go', () => {
    expect(readSecret(' ', { dropsSecret: false })).toEqual({ kind: 'keep' });
    expect(readSecret('', { dropsSecret: true })).toEqual({ kind: 'none' });
    expect(readSecret(' s3cret ', { dropsSecret: true })).toEqual({ kind: 'set', secret: 's3cret' });
    expect(readSecret('päss', { dropsSecret: false })).toBeNull();
  });
});

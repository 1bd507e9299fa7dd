import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { isReport, judgeAdvisories, readExceptions } from '../../../scripts/judge-advisories.ts';

/** As `npm audit --json` writes it: the second package is only touched through the first. */
const REPORT = {
  auditReportVersion: 2,
  vulnerabilities: {
    leaky: {
      name: 'leaky',
      severity: 'high',
      via: [
        {
          source: 1,
          name: 'leaky',
          title: 'Reads files of others',
          url: 'https://github.com/advisories/GHSA-2222-3333-4444',
          severity: 'high',
          range: '<2'
        }
      ]
    },
    user: { name: 'user', severity: 'high', via: ['leaky'] }
  }
};

const EXCEPTION = {
  advisory: 'GHSA-2222-3333-4444',
  package: 'leaky',
  why: 'Only reads files that we name ourselves.',
  until: '2027-01-31'
};

it('names each advisory once, with package, severity and id', () => {
  expect(judgeAdvisories(REPORT, [], '2027-01-01')).toEqual([
    'leaky: Reads files of others (high, GHSA-2222-3333-4444)'
  ]);
});

it('lets a recorded exception stand until its day, and no longer', () => {
  expect(judgeAdvisories(REPORT, [EXCEPTION], '2027-01-31')).toEqual([]);
  expect(judgeAdvisories(REPORT, [EXCEPTION], '2027-02-01')).toEqual([
    'leaky: Reads files of others (high, GHSA-2222-3333-4444)',
    'The exception for GHSA-2222-3333-4444 ended on 2027-01-31.'
  ]);
});

it('wants exceptions gone that nothing needs', () => {
  expect(judgeAdvisories({ vulnerabilities: {} }, [EXCEPTION], '2027-01-01')).toHaveLength(1);
});

it('does not take an answer of an unwilling registry for a clean report', () => {
  expect(isReport({ message: '405 Method Not Allowed', statusCode: 405 })).toBe(false);
  expect(isReport(null)).toBe(false);
});

it('reads the recorded exceptions, each with a reason and an end', () => {
  expect(() => readExceptions([{ ...EXCEPTION, why: 'later' }])).toThrow();
  expect(readExceptions(JSON.parse(readFileSync('docs/audit-exceptions.json', 'utf8')))).toBeInstanceOf(
    Array
  );
});

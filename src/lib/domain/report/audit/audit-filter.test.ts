import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auditQuery, readAuditFilter, readOlder, typedAuditFilter } from './audit-filter.ts';

const read = (query: string) => readAuditFilter(new URLSearchParams(query));

describe('the filter of the audit log', () => {
  it('reads what its own links say, and drops what is empty', () => {
    const person = '01890000-0000-7000-8000-000000000000';
    const query = `who=${person}&what=credit.&kind=credit&subject=c-1&from=2027-01-01&to=2027-01-31`;
    const filter = read(query);
    expect(filter).toMatchObject({ ok: true, value: { who: person, what: 'credit.', to: '2027-01-31' } });
    expect(filter.ok && auditQuery(filter.value)).toBe(query);
    expect(auditQuery(typedAuditFilter(new URLSearchParams('who=&what=identity.sign-in&other=x')))).toBe(
      'what=identity.sign-in'
    );
  });

  it('says at each field what is wrong, and that days are the wrong way round', () => {
    const fieldsOf = (query: string) => {
      const filter = read(query);
      return filter.ok ? [] : filter.problem.map(({ field }) => field);
    };
    expect(
      fieldsOf('who=ana@example.org&what=everything&kind=A&subject=%27--&from=31.1.&to=2027-02-30')
    ).toEqual([...['who', 'what', 'kind', 'subject', 'from', 'to']]);
    expect(fieldsOf('from=2027-02-01&to=2027-01-31')).toEqual(['to']);
    expect(fieldsOf('who=program&from=2027-02-01&to=2027-02-01')).toEqual([]);
  });

  it('takes a place to go on, and nothing else for one', () => {
    const older = (text: string) => readOlder(new URLSearchParams(text));
    expect([older(''), older('older=17'), older('older=-1'), older('older=1e3'), older('older=')]).toEqual([
      ...[0, 17, null, null, null]
    ]);
  });

  it('gives back what was typed, whatever it is, cut to what a field may hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (who) => {
        const typed = typedAuditFilter(new URLSearchParams({ who }));
        expect(typed.who).toBe(who.trim().slice(0, 200));
      })
    );
  });
});

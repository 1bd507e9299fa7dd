import { describe, expect, it } from 'vitest';
import { parseDisclosure } from './disclosure-form.ts';

const read = (fields: Record<string, string>) =>
  parseDisclosure(new URLSearchParams({ name: 'Ana Müller, MD', role: 'Planner', ...fields }));

const whole = { 'company-0': 'Acme', 'kind-0': 'consultant', 'relevant-0': 'no' };

describe('a declaration as it was typed', () => {
  it('takes each relationship, and empty rows for none', () => {
    expect(read({ ...whole, 'company-1': ' ', 'kind-1': '', declaredOn: '2026-11-01' })).toMatchObject({
      ok: true,
      value: {
        declaredOn: '2026-11-01',
        relationships: [{ company: 'Acme', kind: 'consultant', relevant: false }]
      }
    });
  });

  it.each([
    [{ name: ' ' }, 'name'],
    [{ role: '' }, 'role'],
    [{ declaredOn: '2026-02-30' }, 'declaredOn'],
    [{ ...whole, 'company-0': '' }, 'company-0'],
    [{ ...whole, 'kind-0': '' }, 'kind-0'],
    [{ ...whole, 'kind-0': 'other' }, 'nature-0'],
    [{ ...whole, 'mitigatedOn-0': 'soon' }, 'mitigatedOn-0']
  ])('names the field that is wrong: %j', (fields, field) => {
    expect(read(fields)).toMatchObject({ ok: false, problem: [{ field }] });
  });

  it.each(['ended-1', 'relevant-1', 'mitigatedOn-1', 'exception-1'])(
    'drops no row of which only a part was filled in: %s',
    (part) => {
      const refused = read({ ...whole, [part]: 'yes' });
      expect(refused.ok ? [] : refused.problem.map(({ field }) => field)).toContain('company-1');
    }
  );

  it('takes a relationship out where that is asked, whatever stands beside it', () => {
    expect(read({ ...whole, 'company-0': '', 'remove-0': 'on' })).toMatchObject({
      ok: true,
      value: { relationships: [] }
    });
  });
});

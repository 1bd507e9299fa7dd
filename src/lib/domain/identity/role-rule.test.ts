import { describe, expect, it } from 'vitest';
import { mappedRoles, readRules, type RoleRule } from './role-rule.ts';

const rules: RoleRule[] = [
  { claim: 'groups', value: 'cme-authors', role: 'educator' },
  { claim: 'groups', value: 'writers', role: 'educator' },
  { claim: 'realm_access.roles', value: 'cme-admin', role: 'admin' },
  { claim: 'staff', value: 'true', role: 'clinician' }
];

describe('roles by rule', () => {
  it('go to whoever has the value among those of the claim, each once', () => {
    expect(mappedRoles(rules, { groups: ['cme-authors', 'writers', 'x'] })).toEqual(['educator']);
    expect(mappedRoles(rules, { groups: 'writers' })).toEqual(['educator']);
    expect(mappedRoles(rules, { realm_access: { roles: ['cme-admin'] } })).toEqual(['admin']);
    expect(mappedRoles(rules, { 'realm_access.roles': ['cme-admin'] })).toEqual(['admin']);
    expect(mappedRoles(rules, { staff: true })).toEqual(['clinician']);
  });

  it('go to nobody else: values fit whole, with their case, and claims must be their own', () => {
    for (const claims of [
      {},
      { groups: 'Writers' },
      { groups: ['writers '] },
      { groups: { writers: true } },
      { groups: [['writers']] },
      { groups: null },
      { realm_access: 'cme-admin' }
    ])
      expect(mappedRoles(rules, claims)).toEqual([]);
    const inherited = { claim: 'constructor.name', value: 'Object', role: 'admin' } as const;
    expect(mappedRoles([inherited], {})).toEqual([]);
  });

  it('are read from what was stored, without those that no role has', () => {
    const [first] = rules;
    expect(readRules([...rules.slice(0, 1), { claim: 'a', value: 'b', role: 'owner' }])).toEqual([first]);
  });
});

import { describe, expect, it } from 'vitest';
import { withoutNameSearch } from './without-name-search.ts';

describe('the address of a report', () => {
  it('loses searches for somebody who was erased, and keeps all others', () => {
    expect(withoutNameSearch('from=2027-01-01&name=quis&name=Haas', 'Ana Quispe')).toBe(
      'from=2027-01-01&name=Haas'
    );
    expect(withoutNameSearch('name=Ana+Quispe', 'Ana Quispe')).toBe('');
    expect(withoutNameSearch('name=O%27Neill', 'Ana Quispe')).toBe('name=O%27Neill');
    expect(withoutNameSearch('activity=ana', 'Ana Quispe')).toBe('activity=ana');
  });
});

import { describe, expect, it } from 'vitest';
import { withoutNames } from './without-names.ts';

describe('the query of a report in the audit log', () => {
  it('leaves out the name that was looked for, and says that one was', () => {
    expect(withoutNames('from=2027-01-01&sort=-completed')).toEqual({
      query: 'from=2027-01-01&sort=-completed'
    });
    expect(withoutNames('from=2027-01-01&name=Quispe&name=Haas')).toEqual({
      query: 'from=2027-01-01',
      searchedName: true
    });
  });
});

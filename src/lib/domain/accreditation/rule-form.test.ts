import { describe, expect, it } from 'vitest';
import { ownRuleKey } from './own-rule-key.ts';
import { readRuleForm, ruleFieldsOf, type RuleFields } from './rule-form.ts';
import { SHIPPED_RULES } from './shipped/shipped-rules.ts';

const earliest = '2027-01-01';

describe('a new version of a rule', () => {
  it.each(SHIPPED_RULES)('is the former one where nothing was changed: $key', ({ rule: former }) => {
    const read = readRuleForm(ruleFieldsOf(former, earliest), { former, earliest });
    expect(read).toEqual({ ok: true, value: { rule: former, validFrom: earliest } });
  });

  const [first] = SHIPPED_RULES;
  if (!first) throw new Error('There are shipped rules.');
  const former = first.rule;

  it.each<[Partial<RuleFields>, keyof RuleFields, RegExp]>([
    [{ validFrom: '2026-12-31' }, 'validFrom', /no rule changes in retrospect/],
    [{ validFrom: '2027-02-30' }, 'validFrom', /Enter a day/],
    [{ minutesPerCredit: '0' }, 'minutesPerCredit', /whole number/],
    [{ stepQuarterCredits: '' }, 'stepQuarterCredits', /whole number/],
    [{ maximumQuarterCredits: '1.5' }, 'maximumQuarterCredits', /whole number/],
    [{ rounding: 'sideways' }, 'rounding', /how minutes are rounded/],
    [{ designation: 'The {provder} designates' }, 'designation', /nothing stands for \{provder\}/],
    [{ document: '{}' }, 'document', /nothing stands for/],
    [{ professions: ['wizard'] }, 'professions', /from the list/],
    [{ formats: ['seance'] }, 'formats', /from the list/],
    [{ source: ' ' }, 'source', /where the rule is written/],
    [{ name: '' }, 'name', /name/]
  ])('is refused with %j', (change, field, words) => {
    const read = readRuleForm({ ...ruleFieldsOf(former, earliest), ...change }, { former, earliest });
    if (read.ok) throw new Error('It was taken.');
    expect(read.problem).toEqual([{ field, message: expect.stringMatching(words) }]);
  });

  it('of a new own type has a key of its name', () => {
    expect(ownRuleKey('Grand rounds: Punkte für Ärzte')).toBe('own-grand-rounds-punkte-fur-arzte');
  });
});

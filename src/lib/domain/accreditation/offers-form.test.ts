import { describe, expect, it } from 'vitest';
import { offersTypedOf, readOffersForm, type OfferChoice } from './offers-form.ts';
import { SHIPPED_RULES } from './shipped/shipped-rules.ts';

const choices: OfferChoice[] = SHIPPED_RULES.filter(({ key }) => key === 'ama-pra-1' || key === 'ipce').map(
  (rule) => ({ rule: { ...rule, id: rule.key }, designated: rule.key === 'ipce' ? 3 : null, most: 2 })
);

describe('the form of designations', () => {
  it('shows what was saved, and proposes what the minutes come to', () => {
    expect(offersTypedOf(choices)).toEqual({
      ticked: ['ipce'],
      amounts: { 'ama-pra-1': '0.5', ipce: '0.75' }
    });
  });

  it('reads ticked types alone, with a point or a comma', () => {
    const typed = { ticked: ['ama-pra-1', 'unknown'], amounts: { 'ama-pra-1': '1,25', ipce: 'x' } };
    expect(readOffersForm(typed, choices)).toEqual({
      ok: true,
      value: [{ ruleId: 'ama-pra-1', quarterCredits: 5 }]
    });
  });

  it.each(['', '0', '0.3', '-1', '101', '1e1', 'one'])('refuses the maximum %j, at its field', (text) => {
    const read = readOffersForm({ ticked: ['ipce'], amounts: { ipce: text } }, choices);
    expect(read).toMatchObject({ ok: false, problem: [{ field: 'maximum-ipce' }] });
  });
});

type Form = { kind: string; feedback: string; bank: string };

/**
 * The forms that would tell keys of the assessment before it is submitted (product.md, promise 2): those with feedback after
 * each item, drawn from the bank that the assessment draws on.
 */
export function tellingForms<Told extends Form>(forms: Told[]): Told[] {
  const bank = forms.find(({ kind }) => kind === 'assessment')?.bank;
  return forms.filter((form) => form.feedback === 'after-each-item' && form.bank === bank);
}

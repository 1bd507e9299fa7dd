import type { Institution } from '#lib/domain/identity/institution-form.ts';

/** What the audit row says of an institution. Values of rules stay out: one may be somebody's name or address. */
export function institutionFacts({
  issuer,
  clientId,
  makesAccounts,
  vouchesForSecondFactor,
  rules,
  hasSecret
}: Omit<Institution, 'name' | 'rules'> & { rules: readonly { role: string }[]; hasSecret: boolean }) {
  const roles = [...new Set(rules.map(({ role }) => role))].sort();
  return { issuer, clientId, makesAccounts, vouchesForSecondFactor, rules: rules.length, roles, hasSecret };
}

/** The key of a provider's own type, from its name: `own-grand-rounds-points`. */
export function ownRuleKey(name: string): string {
  const words =
    name
      .normalize('NFKD')
      .toLowerCase()
      .replaceAll(/\p{M}/gu, '')
      .match(/[a-z0-9]+/g) ?? [];
  return ['own', ...words].join('-').slice(0, 60).replace(/-$/, '');
}

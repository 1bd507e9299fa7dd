/** Where the public machine documents of badges are. `origin`: scheme, host and port, e.g. `https://cme.example.org`. */
export function badgeAddresses(origin: string) {
  const root = `${origin}/badges`;
  return {
    /** One key; what `kid` of a signature names. */
    key: (kid: string) => `${root}/keys/${kid}`,
    issuer: (id: string) => `${root}/issuers/${id}`,
    revocations: (issuerId: string) => `${root}/issuers/${issuerId}/revocations`,
    achievement: (id: string) => `${root}/achievements/${id}`,
    image: (achievementId: string) => `${root}/achievements/${achievementId}.png`
  };
}

const CREDENTIAL_ID = /^urn:uuid:([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;

/** The id of a badge as its credential states it. It is no address: the credential of a person is not public. */
export const credentialIdOf = (badgeId: string): string => `urn:uuid:${badgeId}`;

/** The badge that a credential's id could mean here, or null. */
export function badgeIdOf(credentialId: string): string | null {
  return CREDENTIAL_ID.exec(credentialId)?.[1] ?? null;
}

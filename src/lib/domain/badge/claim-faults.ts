import { objectAt, type JsonObject } from './json.ts';
import { isInstant, validityOf } from './structure-faults.ts';

/** The credential in the payload of a JWT: the payload itself, or in the first edition its claim `vc`. */
export function credentialInPayload(payload: JsonObject): JsonObject {
  return objectAt(payload, 'vc') ?? payload;
}

const seconds = (value: unknown) => (isInstant(value) ? Math.floor(Date.parse(value) / 1000) : undefined);

/** Where the claims of a JWT do not repeat the credential, as they must (OB 3.0 §8.2.4.1). */
export function claimFaults(payload: JsonObject): string[] {
  const credential = credentialInPayload(payload);
  const { from, until } = validityOf(credential);
  const wanted = [
    { claim: 'iss', value: objectAt(credential, 'issuer')?.['id'], field: 'issuer.id' },
    { claim: 'sub', value: objectAt(credential, 'credentialSubject')?.['id'], field: 'credentialSubject.id' },
    { claim: 'jti', value: credential['id'], field: 'id' },
    { claim: 'nbf', value: seconds(from), field: 'the date from which it is valid' }
  ];
  const faults = wanted.flatMap(({ claim, value, field }) => {
    // The standard asks for `sub` too; its own samples of valid badges leave it out, so only a wrong one counts.
    if (payload[claim] === undefined) return claim === 'sub' ? [] : [`The claim ${claim} is missing.`];
    return payload[claim] === value ? [] : [`The claim ${claim} differs from ${field}.`];
  });
  const isExpiryWrong = until !== undefined && payload['exp'] !== seconds(until);
  return isExpiryWrong ? [...faults, 'The claim exp differs from the date until which it is valid.'] : faults;
}

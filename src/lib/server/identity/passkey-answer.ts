import * as v from 'valibot';
import { isPrintable, tidyLine } from '#lib/domain/identity/tidy-line.ts';

const LONGEST = 20_000;

const base64url = v.pipe(v.string(), v.maxLength(LONGEST), v.regex(/^[\w-]+$/));

/** Ids of credentials have 1023 bytes at most (WebAuthn §4). */
const credentialId = v.pipe(v.string(), v.maxLength(1364), v.regex(/^[\w-]+$/));

const credential = {
  id: credentialId,
  rawId: credentialId,
  type: v.literal('public-key'),
  clientExtensionResults: v.optional(
    v.pipe(
      v.unknown(),
      v.transform(() => ({}))
    ),
    {}
  )
};

const transport = v.picklist(['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb']);

/** What a browser sends of a new passkey. */
export const newPasskey = v.object({
  name: v.pipe(v.string(), v.maxLength(100), v.transform(tidyLine), v.check(isPrintable)),
  response: v.object({
    ...credential,
    response: v.object({
      clientDataJSON: base64url,
      attestationObject: base64url,
      transports: v.optional(v.pipe(v.array(v.string()), v.maxLength(20)), [])
    })
  })
});

/** What a browser sends of a passkey that signed. */
export const passkeySignature = v.object({
  ...credential,
  response: v.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: v.optional(v.pipe(v.string(), v.maxLength(200)))
  })
});

/** The transports that we know; browsers may name others. */
export const knownTransports = (names: string[]) =>
  names.flatMap((name) => {
    const read = v.safeParse(transport, name);
    return read.success ? [read.output] : [];
  });

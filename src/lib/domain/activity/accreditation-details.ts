/** Whether a version is accredited as far as its release looks at it; `stale`: these facts changed since the attestation. */
export type AccreditationStanding =
  { kind: 'demonstration' | 'missing' | 'attested' } | { kind: 'stale'; changed: string[] };

/** What the checklist says of a version's accreditation; nothing where an admin's attestation holds. */
export function accreditationDetails(accreditation: AccreditationStanding): string[] {
  switch (accreditation.kind) {
    case 'demonstration':
      return [
        'This is a demonstration: its credit is for trying out, and no accreditor recognizes it. An admin changes this when a provider has designated the credit.'
      ];
    case 'missing':
      return [
        'It is to be accredited, and no admin has attested this version. An admin attests it, or withdraws.'
      ];
    case 'stale':
      return [
        `What an admin attested has changed since: ${accreditation.changed.join(', ')}. It is attested anew, or withdrawn.`
      ];
    case 'attested':
      return [];
    default:
      return accreditation satisfies never;
  }
}

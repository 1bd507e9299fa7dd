import { groupVerificationCode } from './verification-code.ts';

/** Where a reader of the document checks it: the address behind the QR code, and what to type without one. */
export type CertificateCheck = { address: string; typedAt: string; groupedCode: string };

/** `origin`: scheme, host and port of this site, e.g. `https://cme.example.org`. */
export function certificateCheck(origin: string, code: string): CertificateCheck {
  return {
    address: `${origin}/verify/${code}`,
    typedAt: `${origin.replace(/^https?:\/\//, '')}/verify`,
    groupedCode: groupVerificationCode(code)
  };
}

import { isPrintable } from './tidy-line.ts';

/** RFC 5321: an address has at most 254 octets. */
const LONGEST = 254;

/**
 * The address without space around it, or null where it cannot be one. Only a message sent to it shows that it exists,
 * so no more is asked than one @ with something around it and a dot in the domain.
 */
export function parseEmail(text: string): string | null {
  const email = text.trim();
  const fits = email.length <= LONGEST && isPrintable(email) && /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(email);
  return fits ? email : null;
}

/**
 * Whether the text is an NABP e-Profile ID, by which CPE Monitor knows a pharmacist: five to eight digits (general
 * knowledge), kept as a string, since zeros may lead (cme-rules.md §2.3). It shows the form, not whose it is.
 */
export function isNabpId(text: string): boolean {
  return /^\d{5,8}$/.test(text);
}

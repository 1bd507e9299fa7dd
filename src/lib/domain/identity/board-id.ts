/**
 * Whether the text is a diplomate's number at the American Board of Internal Medicine: six digits, kept as a string,
 * since zeros may lead (general knowledge: the board publishes no check digit). It shows the form, not whose it is.
 */
export function isAbimId(text: string): boolean {
  return /^\d{6}$/.test(text);
}

/** Whether a part of an address can name a key, an issuer or an achievement of ours: letters, digits, `-` and `_`. */
export function isPublicName(text: string): boolean {
  return /^[\w-]{1,200}$/.test(text);
}

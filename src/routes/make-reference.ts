/** What a person can tell support: four letters and digits without the look-alikes 0 O 1 I L. */
export function makeReference(): string {
  const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
  return [...crypto.getRandomValues(new Uint8Array(4))]
    .map((byte) => letters[byte % letters.length])
    .join('');
}

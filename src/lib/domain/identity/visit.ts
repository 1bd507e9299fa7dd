/** From where somebody signs in. */
export type Visit = {
  /** In words, e.g. `Firefox on Linux`. */
  browser: string;
  /** See network.ts: never an address. */
  network: string;
  /** What the browser was given at an earlier sign-in to be known again by; null: nothing. */
  browserToken: string | null;
};

/** Where nothing is known of it. */
export const NOWHERE: Visit = { browser: '', network: '', browserToken: null };

/** In this order: what poses as others in its header is told from them by a word of its own. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(?:e|A|iOS)?\//, 'Edge'],
  [/\bOPR\/|\bOpera\b/, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/\bHeadlessChrome\/|\bChrome\/|\bCriOS\/|\bChromium\//, 'Chrome'],
  [/\bVersion\/[\d.]+ .*\bSafari\//, 'Safari']
];

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b|\biPod\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMacintosh\b|\bMac OS X\b/, 'Mac'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux']
];

const firstIn = (names: readonly (readonly [RegExp, string])[], header: string) =>
  names.find(([pattern]) => pattern.test(header))?.[1];

/** Browser and system in words, from the header `User-Agent`, of which no more than these words is kept. */
export function browserWords(header: string | null): string {
  const read = header?.slice(0, 400) ?? '';
  const [browser, system] = [firstIn(BROWSERS, read), firstIn(SYSTEMS, read)];
  if (browser === undefined) return system === undefined ? 'Unknown browser' : `Browser on ${system}`;
  return system === undefined ? browser : `${browser} on ${system}`;
}

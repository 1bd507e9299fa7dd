import fc from 'fast-check';

/** Strings that have broken programs: markup, SQL, formulas, paths, control characters, lone surrogates, great length. */
const KNOWN = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\r\nSet-Cookie: a=b',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'; drop table people; --",
  '=HYPERLINK("x")',
  '{{7*7}}${7*7}',
  '../../../../etc/passwd',
  '__proto__',
  'constructor',
  '\uD800',
  '\u202Egnp.exe',
  '👩🏽‍⚕️'.repeat(50),
  'ﷺ'.repeat(200),
  'a'.repeat(20_000),
  '-1',
  '0',
  '1e309',
  'NaN',
  '9'.repeat(40),
  '1.5',
  'true',
  'null',
  '[]',
  '2026-02-30',
  '0000-00-00',
  '9999999999-01-01',
  '00000000-0000-0000-0000-000000000000',
  '//evil.example',
  'https:evil.example',
  String.raw`\\evil.example`
];

/** A string that somebody who means harm might send. */
export const hostileString = fc.oneof(
  fc.constantFrom(...KNOWN),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.uuid(),
  fc.integer().map(String)
);

/** The controls of a form by name: the values that the page itself would send, and whether it always sends one. */
export type Controls = Map<string, { values: string[]; hidden: boolean }>;

/** Reads the controls out of a page. */
export function controlsOf(html: string): Controls {
  const controls: Controls = new Map();
  for (const [tag] of html.matchAll(/<(?:input|select|textarea|button)\b[^>]*>/g)) {
    const name = / name="([^"]+)"/.exec(tag)?.[1];
    if (name === undefined) continue;
    const value = / value="([^"]*)"/.exec(tag)?.[1];
    const before = controls.get(name)?.values ?? [];
    controls.set(name, {
      values: value === undefined ? before : [...before, value],
      hidden: tag.includes('type="hidden"')
    });
  }
  return controls;
}

function valueFor(values: string[]): fc.Arbitrary<string> {
  if (values.length === 0) return hostileString;
  return fc.oneof(
    { weight: 1, arbitrary: hostileString },
    { weight: 4, arbitrary: fc.constantFrom(...values) }
  );
}

/** A posted form: each control as the page has it, hostile, repeated or left out, and fields that no page has. */
export function hostileForm(controls: Controls): fc.Arbitrary<Record<string, string | string[]>> {
  const known = [...controls].map(([name, { values }]) => {
    const value = valueFor(values);
    const repeated = fc.array(value, { maxLength: 3 });
    return [name, fc.oneof({ weight: 6, arbitrary: value }, { weight: 1, arbitrary: repeated })];
  });
  const requiredKeys = [...controls].flatMap(([name, { hidden }]) => (hidden ? [name] : []));
  const strange = fc.dictionary(hostileString, hostileString, { maxKeys: 2, noNullPrototype: true });
  const form = fc.record<Record<string, string | string[]>>(Object.fromEntries(known), { requiredKeys });
  return fc.tuple(form, strange).map(([fields, more]) => ({ ...fields, ...more }));
}

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonicalJson } from './canonical-json.ts';

it('sorts names by UTF-16 code units and writes numbers and text as RFC 8785 does', () => {
  // The example of §3.2.3, and some of the numbers of appendix B.
  const sorted = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\u{1f600}': 5, '\u0080': 6, '\u00f6': 7 };
  expect(canonicalJson(sorted)).toBe('{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"\u{1f600}":5,"\ufb33":3}');
  expect(canonicalJson([333333333.3333333, 1e30, 4.5, 2e-3, 1e-27, -0])).toBe(
    '[333333333.3333333,1e+30,4.5,0.002,1e-27,0]'
  );
  expect(canonicalJson({ b: [null, true, { d: '\u000f\n"\\', c: {} }], a: [] })).toBe(
    '{"a":[],"b":[null,true,{"c":{},"d":"\\u000f\\n\\"\\\\"}]}'
  );
});

it('says the same of the same, however it was written, and loses nothing', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value);
      expect(canonicalJson(JSON.parse(JSON.stringify(value, null, 2)))).toBe(text);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
    })
  );
});

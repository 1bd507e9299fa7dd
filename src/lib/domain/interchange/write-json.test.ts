import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeJson } from './write-json.ts';

describe('writeJson', () => {
  it('puts known fields first, the others by name, and ends with a line break', () => {
    expect(writeJson({ b: 1, 2: [], a: { z: 0, id: 'x' }, id: {}, left: undefined }, ['id', 'b'])).toBe(
      '{\n  "id": {},\n  "b": 1,\n  "2": [],\n  "a": {\n    "id": "x",\n    "z": 0\n  }\n}\n'
    );
  });

  it('writes any JSON so that it reads back the same, and the same again', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.array(fc.string()), (value, order) => {
        const text = writeJson(value, order);
        const again: unknown = JSON.parse(text);
        expect(again).toEqual(JSON.parse(JSON.stringify(value)));
        expect(writeJson(again, order)).toBe(text);
      })
    );
  });
});

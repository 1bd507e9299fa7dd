import { afterEach, describe, expect, it } from 'vitest';
import { readSectionFields } from '#lib/domain/lesson/read-section-fields.ts';
import { readItemForm } from '#lib/domain/question-bank/read-item-form.ts';
import { readCslJson } from '#lib/domain/reference/read-csl-json.ts';
import { readCompletionView } from '#lib/domain/report/completion-view.ts';
import { parsePackage } from '#lib/server/interchange/import-parse-package.ts';
import { sampleFiles } from '../../support/sample-files.ts';

const NAMES = [
  '__proto__',
  'constructor',
  'prototype',
  '__proto__.polluted',
  'constructor[prototype][polluted]'
];

const before = Object.getOwnPropertyNames(Object.prototype).sort();

/** What a reader that merges keys as they come would hand to every object. */
const POISON = '"__proto__": { "polluted": true }, "constructor": { "prototype": { "polluted": true } },';

/** A file of JSON with the poison at the beginning of every object in it. */
const poisoned = (json: string) => json.replaceAll('{', `{ ${POISON}`).replaceAll(/,\s*}/g, '}');

afterEach(() => {
  expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(before);
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
});

describe('names that every object knows', () => {
  it('are fields like others in forms and addresses', () => {
    const pairs = NAMES.flatMap((name): [string, string][] => [
      [name, 'polluted'],
      [`locator-${name}`, 'polluted'],
      [`passage-${name}`, 'polluted'],
      [`option-${name}`, 'polluted']
    ]);
    const { fields } = readSectionFields(pairs);
    expect(Object.getPrototypeOf(fields.details)).toBe(Object.prototype);
    readItemForm(new Map(pairs.map(([name, value]) => [name, [value]])));
    readCompletionView(new URLSearchParams(pairs));
  });

  it('change nothing in files of references', () => {
    const text = '[{ "id": "a", "type": "article-journal", "title": "T" }]';
    const { references } = readCslJson(poisoned(text));
    for (const reference of references) expect(Reflect.get(reference, 'polluted')).toBeUndefined();
  });

  it.each(['activity.json', 'items.json', 'references.json', 'evaluation.json'])(
    'change nothing in the %s of a package',
    (name) => {
      const files = sampleFiles();
      const text = files.get(name) ?? '';
      files.set(name, poisoned(text));
      expect(() => JSON.parse(files.get(name) ?? '')).not.toThrow();
      const parsed = parsePackage(files, { as: 'draft', today: '2026-11-25' });
      expect(parsed.ok ? Reflect.get(parsed.value, 'polluted') : undefined).toBeUndefined();
    }
  );
});

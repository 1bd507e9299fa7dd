import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lintItem } from '#lib/domain/question-bank/lint/lint-item.ts';
import { readLenientItem } from '#lib/server/interchange/lenient-item.ts';
import { CONTEXT, single } from './drafts.ts';
import { FLAWED_CONTENT, SURROUNDINGS } from './flawed-content.ts';
import { FLAWED_FORM } from './flawed-form.ts';
import { FLAWED_WORDING } from './flawed-wording.ts';
import { SOUND_ITEMS } from './sound-items.ts';
import { SOUND_WORDING } from './sound-wording.ts';

const RULES = [
  ...Array.from({ length: 18 }, (_, index) => `L${String(index + 1).padStart(2, '0')}`),
  'R08',
  'R14'
].filter((rule) => rule !== 'L14');

const SOUND = [...SOUND_ITEMS, ...SOUND_WORDING];
const FLAWED = [...FLAWED_WORDING, ...FLAWED_FORM, ...FLAWED_CONTENT];
const context = { ...CONTEXT, ...SURROUNDINGS };
const LINT_FOLDER = 'src/lib/domain/question-bank/lint';

describe('an item with a flaw', () => {
  it.each(FLAWED.map(([rule, place, severity, draft], index) => ({ index, rule, place, severity, draft })))(
    '$index: has $rule at $place ($severity)',
    ({ rule, place, severity, draft }) => {
      const found = lintItem(draft, context).map((finding) => ({
        rule: finding.rule,
        place: finding.place,
        severity: finding.severity
      }));
      expect(found).toContainEqual({ rule, place, severity });
    }
  );

  it('stands in the table at least three times for each rule', () => {
    for (const rule of RULES)
      expect([rule, FLAWED.filter(([found]) => found === rule).length >= 3]).toEqual([rule, true]);
    expect(FLAWED.length).toBeGreaterThanOrEqual(60);
  });

  it('is told what, why and how to mend it, in whole sentences', () => {
    for (const [, , , draft] of FLAWED) {
      for (const { what, why, mend } of lintItem(draft, context)) {
        for (const words of [what, why, mend]) expect(words).toMatch(/^[\p{Lu}\d“].*[.?”]$/su);
      }
    }
  });

  it('is told the length of its key in the form that the design gives', () => {
    const key = `*${'k'.repeat(84)}`;
    const options = [key, 'a'.repeat(59), 'b'.repeat(40)];
    const found = lintItem(single('What is it?', options), CONTEXT).find(({ rule }) => rule === 'L01');
    expect(`${found?.what ?? ''} ${found?.why ?? ''} ${found?.mend ?? ''}`).toBe(
      'The key is 84 characters; the next longest is 59. Test-wise readers pick the longest. Trim the key or extend a distractor.'
    );
  });

  it('needs a reason for one bold NOT and for a trade name, and for nothing else', () => {
    const reasons = FLAWED.flatMap(([, , , draft]) => lintItem(draft, context)).filter(
      (each) => each.needsReason
    );
    expect(new Set(reasons.map(({ rule, severity }) => `${rule} ${severity}`))).toEqual(
      new Set(['L03 warning', 'L16 warning'])
    );
  });
});

describe('a sound item', () => {
  it.each(SOUND.map((draft, index) => ({ index, draft, stem: draft.stem.slice(0, 60) })))(
    '$index has no error and no warning: $stem',
    ({ draft }) => {
      expect(lintItem(draft, CONTEXT).filter(({ severity }) => severity !== 'info')).toEqual([]);
    }
  );

  it('comes in thirty kinds and more, of every type', () => {
    expect(SOUND.length).toBeGreaterThanOrEqual(45);
    expect(new Set(SOUND.map(({ type }) => type)).size).toBe(7);
  });
});

describe('the reviewed items of the sample', () => {
  const read = (file: string): { id: string; status?: string }[] =>
    JSON.parse(readFileSync(`content/resistance-to-immunotherapy/${file}`, 'utf8'));
  const reviewed = read('items.json').filter(({ status }) => status === 'reviewed');
  const listedKeys = read('references.json').map(({ id }) => id);
  const findings = reviewed.map(readLenientItem).flatMap((item) => {
    if (!('draft' in item)) throw new Error('An item of the sample cannot be read.');
    return lintItem(item.draft, { ...CONTEXT, listedKeys }).map(({ rule, severity }) => ({
      id: item.id,
      rule,
      severity
    }));
  });

  it('are 25, and none has an error', () => {
    expect(reviewed).toHaveLength(25);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('have one warning: a word of the stem that comes back in a key', () => {
    expect(findings.filter(({ severity }) => severity === 'warning')).toEqual([
      { id: 'A13', rule: 'L06', severity: 'warning' }
    ]);
  });
});

describe('the rules', () => {
  const SOURCE = /Source: (?:NBME|product\.md|ux\.md|ACCME)[^/]*\./s;
  /** A rule of items is a `LintRule`; that of banks is a function that gives bank findings. */
  const DECLARED = /export (?:const \w+: LintRule|function \w+\([^)]*\): BankFinding)/;
  const rules = readdirSync(LINT_FOLDER)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => ({ file, text: readFileSync(`${LINT_FOLDER}/${file}`, 'utf8') }))
    .filter(({ text }) => DECLARED.test(text));

  it.each(rules)('in $file name their source', ({ text }) => {
    const documented = new RegExp(String.raw`/\*\*(?:(?!\*/)[\s\S])*\*/\n${DECLARED.source}`, 'g');
    const comments = [...text.matchAll(documented)];
    expect(comments).toHaveLength([...text.matchAll(new RegExp(DECLARED, 'g'))].length);
    expect(comments.length).toBeGreaterThan(0);
    for (const [comment] of comments) {
      expect(comment).toMatch(SOURCE);
      expect(comment).toMatch(/\b(?:L\d\d|R\d\d)\b/);
    }
  });

  it('are all there', () => {
    const all = rules.map(({ text }) => text).join('\n');
    for (const rule of [...RULES, 'L14']) expect(all).toContain(`'${rule}'`);
  });
});

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { itemsCheck } from '../../../scripts/commands/items-check.ts';

const folder = mkdtempSync(join(tmpdir(), 'footnote-check-'));
const SAMPLE = 'content/resistance-to-immunotherapy';

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The command as it is typed. No database is named, and none may be opened: DATA_DIR is a file. */
function runCli(...words: string[]) {
  const { PATH = '' } = process.env;
  const DATA_DIR = join(folder, 'no-database');
  writeFileSync(DATA_DIR, '');
  const line = ['scripts/cli.ts', 'items', 'check', ...words];
  const { status, stdout, stderr } = spawnSync(process.execPath, line, {
    env: { PATH, DATA_DIR },
    encoding: 'utf8'
  });
  return { status, stdout, stderr };
}

/** The same without a process of its own. */
const check = (path: string) => itemsCheck.check({ words: [path], flags: {} });

function write(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const flawed = {
  id: 'X1',
  type: 'single',
  stem: 'Which drug is not used?',
  objective: 'LO1',
  keyPoint: 'One.',
  options: [
    { id: 'a', text: 'Aspirin', correct: true, rationale: 'Yes.' },
    { id: 'b', text: 'All of the above', correct: false, rationale: 'No.' },
    { id: 'c', text: 'Ibuprofen', correct: false }
  ],
  citations: []
};

describe('items check', () => {
  it('gives each item of a package with its problems, and ends with 1 where one has an error', () => {
    const { status, stdout, stderr } = runCli(SAMPLE, '--json');
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    const { items }: { items: { id: string; problems: { severity: string }[] }[] } = JSON.parse(stdout);
    expect(items).toHaveLength(30);
    const inError = items.filter(({ problems }) => problems.some(({ severity }) => severity === 'error'));
    expect(inError.map(({ id }) => id)).toEqual(['P13', 'A03', 'A06', 'A07', 'A15']);
    for (const problem of inError[0]?.problems ?? [])
      expect(Object.keys(problem)).toEqual(['rule', 'severity', 'where', 'why', 'mend']);
  });

  it('takes the file itself, and says in plain words what is wrong, where, and how to mend it', async () => {
    const { exitCode, text } = await check(write('items.json', JSON.stringify([flawed])));
    expect(exitCode).toBe(1);
    expect(text).toContain('X1 L02 error, Option B: “All of the above” refers to other options.');
    expect(text).toContain('X1 L03 error, Stem: ');
    expect(text).toContain('X1 L13 error, Rationale of option C: The option has no rationale.');
    expect(text).toContain('X1 L13 error, Citations: The item cites nothing.');
    expect(text).toMatch(/1 item: 4 errors, 0 warnings, 1 hint$/);
  });

  it('ends with 0 where no item has an error', async () => {
    const citations = [
      { reference: 'chen2017', passage: { kind: 'quote', text: 'So it is.' }, verification: 'verified' }
    ];
    const options = flawed.options.map((option) =>
      option.id === 'a' ? option : { ...option, text: `Drug ${option.id}`, rationale: 'No.' }
    );
    const sound = { ...flawed, stem: 'Which drug is used?', options, citations };
    const { exitCode, data } = await check(write('sound.json', JSON.stringify([sound])));
    expect([exitCode, data]).toEqual([0, { items: [{ id: 'X1', problems: [] }] }]);
  });

  it('compares citations with the references.json beside the items', async () => {
    const directory = join(folder, 'package');
    mkdirSync(directory);
    const citations = [
      { reference: 'nobody1900', passage: { kind: 'quote', text: 'So.' }, verification: 'verified' }
    ];
    writeFileSync(join(directory, 'items.json'), JSON.stringify([{ ...flawed, citations }]));
    writeFileSync(join(directory, 'references.json'), '[{ "id": "chen2017" }]');
    expect((await check(directory)).text).toContain(
      'It cites nobody1900, which is not in the reference list.'
    );
  });

  it.each<[string, string | Uint8Array, string]>([
    ['no JSON', '{', 'It is not JSON'],
    ['no list', '{"items": []}', 'It is no list of items.'],
    ['no text', new Uint8Array([0xff, 0xfe, 0]), 'It is not text in UTF-8.'],
    ['too large', 'x'.repeat(15_100_000), 'It is larger than 15 MB.'],
    ['deeply nested', '['.repeat(50_000) + ']'.repeat(50_000), 'item 1 form error'],
    ['no items', '[1, null, "x", []]', 'item 4 form error'],
    [
      'values of other kinds',
      '[{"id": 7, "type": "single", "options": {"a": 1}, "stem": []}]',
      'item 1 form error, stem'
    ],
    [
      'hostile names',
      '[{"__proto__": {"type": "single"}, "constructor": 1}]',
      'item 1 form error, type: It is missing.'
    ]
  ])('says what is wrong with a file that is %s, and throws nothing', async (_, content, said) => {
    const { exitCode, text } = await check(write('hostile.json', content));
    expect(exitCode).toBe(1);
    expect(text).toContain(said);
  });

  it('ends with 2 where there is no such file', () => {
    const { status, stdout } = runCli(join(folder, 'missing.json'), '--json');
    expect(status).toBe(2);
    expect(JSON.parse(stdout)).toHaveProperty('error');
    expect(runCli().status).toBe(2);
  });
});

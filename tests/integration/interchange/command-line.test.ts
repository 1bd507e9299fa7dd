import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { parseEnvironment } from '#lib/server/environment.ts';
import { readPackageZip } from '#lib/server/interchange/read-package-zip.ts';
import { writePackageZip } from '#lib/server/interchange/write-package-zip.ts';
import { activityExport } from '../../../scripts/commands/activity-export.ts';
import { activityImport } from '../../../scripts/commands/activity-import.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import { makePerson } from '../../support/people.ts';
import { sampleFiles } from '../../support/sample-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'footnote-export-'));
const now = new Date('2026-12-03T08:00:00Z');

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describeOnEachDatabase('activity export and import on the command line', (on) => {
  const run = (
    command: typeof activityExport,
    words: string[],
    flags: Record<string, string | boolean> = {}
  ) =>
    command.run({
      database: on.database,
      db: on.database.db,
      flags,
      words,
      now,
      environment: parseEnvironment({})
    });

  it('writes a folder that is known when it comes in again, and overwrites none', async () => {
    const target = join(folder, on.kind, 'out');
    const words = ['resistance-to-immunotherapy', target];
    expect(await run(activityExport, words)).toMatchObject({ exitCode: 0, data: { version: '0.1.0' } });
    const overview = readFileSync(join(target, 'lesson/01-overview.md'), 'utf8');
    expect(overview).toBe(sampleFiles().get('lesson/01-overview.md'));
    expect(await run(activityImport, [target])).toMatchObject({
      exitCode: 0,
      data: { outcome: 'already-there' }
    });
    expect(await run(activityExport, words)).toMatchObject({ exitCode: 2, text: /is not empty/ });
    expect(await run(activityExport, ['no-such-activity', target])).toMatchObject({ exitCode: 2 });
  });

  it('takes an unfinished, accredited package as a working copy of an educator, and writes a zip file', async () => {
    const { db } = on.database;
    const files = sampleFiles();
    const changes: [string, string][] = [
      ['"0.1.0"', '"0.9.0"'],
      ['"mode": "demonstration"', '"mode": "accredited"'],
      ['"provider": null', '"provider": "Example University"'],
      ['"feedback": "after-submission"', '"feedback": "after-each-item"'],
      ['"resistance-to-immunotherapy"', '"carried-over"']
    ];
    const activity = files.get('activity.json') ?? '';
    files.set(
      'activity.json',
      changes.reduce((text, [from, to]) => text.replace(from, to), activity)
    );
    const file = join(folder, `${on.kind}-draft.zip`);
    writeFileSync(file, writePackageZip(files));
    expect(await run(activityImport, [file])).toMatchObject({
      exitCode: 1,
      text: /attested here by an admin/
    });
    const { email } = await makePerson(db, { roles: ['educator'] });
    const clinician = await makePerson(db, { roles: ['clinician'] });
    for (const flags of [{ draft: true }, { as: email }, { draft: true, as: clinician.email }])
      expect(await run(activityImport, [file], flags)).toMatchObject({ exitCode: 2 });
    const flags = { draft: true, as: email.toUpperCase() };
    expect(await run(activityImport, [file], flags)).toMatchObject({
      exitCode: 0,
      data: { outcome: 'imported' }
    });
    const out = join(folder, `${on.kind}-out.zip`);
    expect(await run(activityExport, ['carried-over', out])).toMatchObject({ exitCode: 0 });
    const read = readPackageZip(readFileSync(out));
    expect(read.ok && JSON.parse(read.value.get('activity.json') ?? '')).toMatchObject({
      version: '0.9.0',
      accreditation: { mode: 'demonstration', provider: null }
    });
    expect(await run(activityExport, ['carried-over', out])).toMatchObject({ exitCode: 2 });
  });

  it('imports a zip file, and says what is wrong with one', async () => {
    const files = sampleFiles();
    files.set('activity.json', (files.get('activity.json') ?? '').replace('"0.1.0"', '"0.2.0"'));
    const file = join(folder, `${on.kind}.zip`);
    writeFileSync(file, writePackageZip(files));
    expect(await run(activityImport, [file])).toMatchObject({ exitCode: 0, data: { outcome: 'imported' } });
    writeFileSync(file, 'no zip');
    expect(await run(activityImport, [file])).toMatchObject({ exitCode: 1, text: /not a zip file/ });
    expect(await run(activityImport, ['nowhere.zip'])).toMatchObject({ exitCode: 2 });
  });
});

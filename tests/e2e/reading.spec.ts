import { openDatabase } from '#lib/server/db/index.ts';
import { ACCESS } from '../support/access-matrix.ts';
import { OWNERS } from '../support/access-verdicts.ts';
import { markTables, tablesWritten } from '../support/table-marks.ts';
import { expect, test } from './fixtures.ts';

/** What reading may write, by table, and why. None of it changes what somebody sees or may do. */
const WRITTEN_BY_READING = new Map([
  ['sessions', 'when somebody was here last'],
  ['section_progress', 'which sections of a lesson somebody opened'],
  ['audit_events', 'who looked at records of others, or took a file along'],
  ['audit_particulars', 'the personal part of those events'],
  ['audit_seals', 'those events are sealed in the background'],
  ['audit_sealing', 'how far that has come'],
  ['item_statistics', 'computed in the background some time after somebody answered'],
  ['form_statistics', 'computed in the background some time after somebody answered'],
  ['computed_reports', 'computed in the background some time after somebody asked for it'],
  ['report_exports', 'the record of a file of completions: rows, bytes, fingerprint'],
  ['badges', 'a badge is signed when its holder first takes it along'],
  ['signing_keys', 'the key of an issuer is made with its first badge']
]);

test('no page changes anything when it is asked, nor when it is asked again @postgres', async ({
  app,
  wreckable: { askers, pathOf }
}) => {
  const { db, close } = await openDatabase({ databaseUrl: app.databaseUrl, dataDir: '' });
  try {
    const before = await markTables(db);
    let asked = 0;
    for (const { route, path = route, get } of ACCESS) {
      const asker = OWNERS.findLast((one) => get?.[one] === 200);
      if (asker === undefined) continue;
      await askers[asker].get(pathOf(path));
      await askers[asker].get(pathOf(path));
      asked += 1;
    }
    expect(asked).toBeGreaterThan(80);
    const written = tablesWritten(before, await markTables(db));
    expect(written.filter((name) => !WRITTEN_BY_READING.has(name))).toEqual([]);
  } finally {
    await close();
  }
});

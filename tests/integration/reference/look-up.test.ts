import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Executor } from '#lib/server/db/index.ts';
import { auditEvents } from '#lib/server/db/schema/identity.ts';
import { references, referenceSettings } from '#lib/server/db/schema/reference.ts';
import { checkReferenceStatus } from '#lib/server/reference/check-reference-status.ts';
import { previewLookedUp } from '#lib/server/reference/preview-looked-up.ts';
import { readReferencePage } from '#lib/server/reference/read-reference-page.ts';
import { readReferenceSettings } from '#lib/server/reference/read-reference-settings.ts';
import { updateReferenceSettings } from '#lib/server/reference/update-reference-settings.ts';
import { webLookup } from '#lib/server/reference/web-lookup.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import { makePerson } from '../../support/people.ts';
import {
  crossrefWork,
  medlineRecord,
  startPublicationsServer,
  type PublicationsServer
} from '../../support/publications-server.ts';
import { refusedByDatabase } from '../../support/refused-by-database.ts';

const now = new Date('2026-12-01T08:00:00Z');

/** The page of a reference, as an educator sees it who is in no team. */
const pageOf = (db: Executor, referenceId: string) =>
  readReferencePage(db, { referenceId, personId: crypto.randomUUID() });

describeOnEachDatabase('the switch for looking references up on the web', (on) => {
  it('is off until an admin turns it on, with one audit row a change', async () => {
    const { db } = on.database;
    const { id: actorId } = await makePerson(db, { roles: ['admin'] });
    expect(await readReferenceSettings(db)).toEqual({ looksUp: false });
    for (const looksUp of [false, true, true]) await updateReferenceSettings(db, { looksUp, actorId, now });
    expect(await readReferenceSettings(db)).toEqual({ looksUp: true });
    const rows = await db
      .select({ actorId: auditEvents.actorId, before: auditEvents.before, after: auditEvents.after })
      .from(auditEvents)
      .where(eq(auditEvents.action, 'reference.update-reference-settings'));
    expect(rows).toEqual([{ actorId, before: { looksUp: false }, after: { looksUp: true } }]);
    await refusedByDatabase(db.delete(referenceSettings));
  });
});

const CHEN = '10.1038/nature21349';
const asked = { kind: 'DOI', value: CHEN } as const;
const work = { DOI: CHEN, type: 'journal-article', title: ['Elements of cancer immunity'] };
const retraction = {
  type: 'retraction',
  DOI: '10.1038/notice',
  updated: { 'date-time': '2026-11-01T00:00:00Z' }
};

async function idOf(db: Executor, citationKey: string): Promise<string> {
  const [row] = await db
    .select({ id: references.id })
    .from(references)
    .where(eq(references.citationKey, citationKey));
  return row?.id ?? '';
}

describeOnEachDatabase('looking a reference up on the web', (on) => {
  let server: PublicationsServer;
  let message: object = work;
  let pmid: Parameters<typeof startPublicationsServer>[0][string] = medlineRecord(
    'PMID- 28102259',
    'TI  - Elements'
  );

  beforeAll(async () => {
    server = await startPublicationsServer({
      [CHEN]: (request, response) => crossrefWork(message)(request, response),
      28102259: (request, response) => pmid(request, response)
    });
  });

  afterAll(() => server.close());

  async function check(citationKey: string, at = now) {
    const { db } = on.database;
    const { id: actorId } = await makePerson(db, { roles: ['educator'] });
    const referenceId = await idOf(db, citationKey);
    return checkReferenceStatus(db, { referenceId, actorId, now: at, lookup: webLookup(server.service) });
  }

  it('sends no request while the switch is off, and writes nothing', async () => {
    const { db } = on.database;
    const lookup = webLookup(server.service);
    expect(await previewLookedUp(db, { asked, lookup })).toEqual({ ok: false, problem: 'switched-off' });
    expect(await check('chen2017')).toMatchObject({ problem: { kind: 'look-up', why: 'switched-off' } });
    expect(server.requests).toEqual([]);
    expect((await pageOf(db, await idOf(db, 'chen2017')))?.checkedAt).toBeNull();
  });

  it('shows the record beside the same one of the library', async () => {
    const { db } = on.database;
    const { id: actorId } = await makePerson(db, { roles: ['admin'] });
    await updateReferenceSettings(db, { looksUp: true, actorId, now });
    const previewed = await previewLookedUp(db, { asked, lookup: webLookup(server.service) });
    expect(previewed).toMatchObject({
      value: { csl: { title: work.title[0], DOI: CHEN }, former: { by: 'DOI', citationKey: 'chen2017' } }
    });
  });

  it('records a check that found nothing, with who and when', async () => {
    const { db } = on.database;
    expect(await check('chen2017')).toEqual({ ok: true, value: { found: 'current', isKept: false } });
    const page = await pageOf(db, await idOf(db, 'chen2017'));
    expect(page).toMatchObject({
      status: 'current',
      checkedAt: now,
      checkedBy: 'Ana Müller',
      statusChangedAt: null
    });
  });

  it('records nothing where one of the two sources does not answer', async () => {
    const before = pmid;
    pmid = (_, response) => response.writeHead(503).end();
    const refused = await check('chen2017', new Date('2026-12-02T08:00:00Z'));
    pmid = before;
    expect(refused).toMatchObject({
      problem: { kind: 'look-up', asked: { kind: 'PMID' }, why: 'no-answer' }
    });
    const page = await pageOf(on.database.db, await idOf(on.database.db, 'chen2017'));
    expect(page?.checkedAt).toEqual(now);
  });

  it('marks a retracted reference with the notice, in one audit row, and keeps graver doubt of ours', async () => {
    const { db } = on.database;
    message = { ...work, 'updated-by': [retraction] };
    const later = new Date('2026-12-03T08:00:00Z');
    expect(await check('chen2017', later)).toEqual({
      ok: true,
      value: { found: 'retracted', isKept: false }
    });
    message = work;
    expect(await check('chen2017')).toEqual({ ok: true, value: { found: 'current', isKept: true } });
    const id = await idOf(db, 'chen2017');
    expect(await pageOf(db, id)).toMatchObject({
      status: 'retracted',
      statusNote: 'Crossref lists: retraction, doi:10.1038/notice, 2026-11-01.',
      statusChangedAt: later,
      statusChangedBy: 'Ana Müller'
    });
    const events = await db.select().from(auditEvents).where(eq(auditEvents.subjectId, id));
    expect(events.map(({ action }) => action)).toEqual(Array(3).fill('reference.check-reference-status'));
  });

  it('says so where there is nothing to ask by', async () => {
    const { db } = on.database;
    const csl = { id: 'chen2017', type: 'book', title: 'A book' };
    await db.update(references).set({ csl }).where(eq(references.citationKey, 'chen2017'));
    expect(await check('chen2017')).toEqual({ ok: false, problem: { kind: 'no-identifier' } });
  });
});

import { expect, it } from 'vitest';
import { readAuditFilter } from '#lib/domain/report/audit/audit-filter.ts';
import { insertAuditEvent } from '#lib/server/identity/audit.ts';
import { withRequestNetwork } from '#lib/server/identity/request-network.ts';
import { exportAudit } from '#lib/server/report/audit/export-audit.ts';
import { readAuditPage } from '#lib/server/report/audit/read-audit-page.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import { makePerson } from '../../support/people.ts';

const NOW = new Date('2027-02-01T12:00:00Z');

const filterOf = (query: string) => {
  const filter = readAuditFilter(new URLSearchParams(query));
  if (!filter.ok) throw new Error(query);
  return filter.value;
};

async function textOf(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const chunk of chunks) pieces.push(chunk);
  return Buffer.concat(pieces).toString('utf8');
}

describeOnEachDatabase(
  'the audit log that admins read',
  (on) => {
    const read = (query: string, older = 0) =>
      readAuditPage(on.database.db, { filter: filterOf(query), older });

    it('shows the newest first, 50 a page and each once, and finds by person, room, record and days', async () => {
      const { db } = on.database;
      const { id: actorId } = await makePerson(db, { givenName: 'Zoë', now: NOW });
      const place = (id: string) => ({ at: NOW, actorId, subject: { kind: 'place', id } });
      // All at one instant: pages must go on by the id.
      for (let n = 1; n <= 60; n += 1) await insertAuditEvent(db, { ...place(`p${n}`), action: 'test.note' });
      await withRequestNetwork('192.0.2.0/24', () =>
        insertAuditEvent(db, {
          ...{ ...place('p7'), action: 'credit.claim', reason: '=HYPERLINK("x")', before: { amount: 1 } },
          ...{ after: { amount: 3 }, at: new Date('2027-02-02T00:00:00Z') }
        })
      );
      // With the event of the account.
      const first = await read(`who=${actorId}`);
      expect(first.entries).toHaveLength(50);
      expect(first.entries[0]).toMatchObject({
        who: { words: 'Zoë Müller', id: actorId },
        ...{ what: 'Claimed credit', reason: '=HYPERLINK("x")', network: '192.0.2.0/24' },
        changes: [{ name: 'amount', before: '1', after: '3' }]
      });
      const second = await read(`who=${actorId}`, first.older ?? 0);
      const ids = [...first.entries, ...second.entries].map(({ id }) => id);
      expect(ids).toEqual([...new Set(ids)].toSorted((one, other) => other - one));
      expect([ids.length, second.older]).toEqual([62, null]);
      const found = async (query: string) => (await read(query)).entries.map(({ subject }) => subject.id);
      expect(await found('what=credit.')).toEqual(['p7']);
      expect(await found('kind=place&subject=p7&to=2027-02-01')).toEqual(['p7']);
      expect(await found('kind=place&subject=p7')).toEqual(['p7', 'p7']);
      expect(await found('from=2027-02-02&who=program')).toEqual([]);
    });

    it('gives the filtered events as CSV and NDJSON, no formula among them, and writes both down', async () => {
      const { database } = on;
      const actorId = (await read('what=credit.')).entries[0]?.who.id ?? '';
      const file = async (format: 'csv' | 'ndjson') => {
        const asked = { filter: filterOf('kind=place&subject=p7'), format, actorId, now: NOW };
        const made = exportAudit(database, asked);
        return made.ok ? textOf(made.value.chunks) : made.problem;
      };
      const records = (await file('csv')).trimEnd().split('\r\n');
      expect(records[0]).toMatch(/^\uFEFFevent,at,actor_id,action,/);
      expect(records).toHaveLength(3);
      expect(records[1]).toContain(`"'=HYPERLINK(""x"")",192.0.2.0/24`);
      const lines = (await file('ndjson')).trimEnd().split('\n');
      expect(lines.map((line): unknown => JSON.parse(line))).toMatchObject([
        { at: '2027-02-02T00:00:00.000000Z', reason: '=HYPERLINK("x")', after: { amount: 3 } },
        { action: 'test.note', detail: {}, reason: null }
      ]);
      const written = await read(`who=${actorId}&kind=audit-log`);
      const finished = written.entries.filter(({ action }) => action === 'report.finish-audit-export');
      expect([written.entries.length, finished.length]).toEqual([4, 2]);
      expect(finished[0]?.detail).toContain('"query": "kind=place&subject=p7"');
    });
  },
  'empty'
);

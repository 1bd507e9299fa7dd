import { sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { recordProvider } from '#lib/server/accreditation/record-provider.ts';
import { listRuleVersions } from '#lib/server/accreditation/rule-queries.ts';
import { attestAccreditation } from '#lib/server/activity/attest-accreditation.ts';
import { discardDraft } from '#lib/server/activity/discard-draft.ts';
import { findAuthoredActivity } from '#lib/server/activity/find-activity.ts';
import { publishActivity } from '#lib/server/activity/publish-activity.ts';
import { readAccreditation, readAttestationState } from '#lib/server/activity/read-accreditation.ts';
import { readActivity } from '#lib/server/activity/read-activity.ts';
import { readCreditOffer } from '#lib/server/activity/read-credit-offer.ts';
import { saveOffers } from '#lib/server/activity/save-offers.ts';
import { startDraft } from '#lib/server/activity/start-draft.ts';
import { withdrawAccreditation } from '#lib/server/activity/withdraw-accreditation.ts';
import type { Executor } from '#lib/server/db/index.ts';
import { describeOnEachDatabase, type DatabaseInSuite } from '../../support/each-database.ts';
import { makePerson } from '../../support/people.ts';
import { refusedByDatabase } from '../../support/refused-by-database.ts';

const now = new Date('2026-12-05T09:00:00Z');
const later = new Date('2026-12-05T10:00:00Z');
const SLUG = 'resistance-to-immunotherapy';

const provider = {
  name: 'Example University',
  accreditor: 'ACCME',
  accreditorId: '0001234',
  mode: 'direct',
  jointProviders: '',
  address: '1 Example Street',
  contact: 'cme@example.org'
} as const;

/** The sample's working copy; who opened it wrote nothing in it. */
async function openDraft(db: Executor, actorId: string) {
  const activityId = (await readActivity(db, SLUG))?.activityId ?? '';
  await startDraft(db, { activityId, actorId, now });
  const draft = (await findAuthoredActivity(db, activityId))?.draft;
  if (!draft) throw new Error('The working copy was not opened.');
  await db.execute(sql`delete from activity_editors where activity_version_id = ${draft.versionId}`);
  return { activityId, versionId: draft.versionId };
}

async function offer(db: Executor, versionId: string, types: Record<string, number>, actorId: string) {
  const offers = (await listRuleVersions(db)).flatMap(({ id, key }) => {
    const quarterCredits = types[key];
    return quarterCredits === undefined ? [] : [{ ruleId: id, quarterCredits }];
  });
  await saveOffers(db, { versionId, offers, actorId, now });
}

async function attest(db: Executor, versionId: string, actorId: string, at = now) {
  const { wording } = await readAccreditation(db, versionId);
  return attestAccreditation(db, { versionId, wording: wording ?? '', actorId, now: at });
}

async function publish(db: Executor, draft: { activityId: string; versionId: string }, actorId: string) {
  const revision = (await findAuthoredActivity(db, draft.activityId))?.draft?.revision ?? 0;
  return publishActivity(db, { ...draft, revision, actorId, now });
}

const goLive = (versionId: string) =>
  sql`update activity_versions set status = 'live', published_at = now() where id = ${versionId}`;

describeOnEachDatabase('leaving demonstration', (on: DatabaseInSuite) => {
  let admin: string;
  beforeAll(async () => {
    admin = (await makePerson(on.database.db, { roles: ['admin'] })).id;
  });

  it('is refused without a provider, without credit, and for credit that the provider cannot give', async () => {
    const { db } = on.database;
    const { versionId } = await openDraft(db, admin);
    expect(await attest(db, versionId, admin)).toMatchObject({ problem: { kind: 'incomplete' } });
    expect(await recordProvider(db, { provider, actorId: admin, now })).toBe(true);
    expect(await recordProvider(db, { provider, actorId: admin, now })).toBe(false);
    expect((await readAccreditation(db, versionId)).problems).toEqual([expect.stringMatching(/No credit/)]);
    await offer(db, versionId, { 'ancc-contact-hours': 2, 'ama-pra-1': 9 }, admin);
    expect((await readAccreditation(db, versionId)).problems).toEqual([
      expect.stringMatching(/AMA PRA.*minutes come to 0.5 AMA PRA Category 1 Credit™/),
      expect.stringMatching(/ANCC.*accredited by ANCC or Joint Accreditation/)
    ]);
    expect(await attest(db, versionId, admin)).toMatchObject({ problem: { kind: 'incomplete' } });
  });

  it('is recorded with facts and words, shows the statements, and holds until a fact changes', async () => {
    const { db } = on.database;
    const { versionId } = await openDraft(db, admin);
    await offer(db, versionId, { 'ama-pra-1': 2 }, admin);
    const view = await readAccreditation(db, versionId);
    expect(view.statement).toContain('Example University is accredited by the Accreditation Council');
    expect(view.wording).toMatch(
      /Example University.*0001234.*at most 0.5 AMA PRA Category 1 Credit™.*30 minutes/
    );
    const other = await attestAccreditation(db, { versionId, wording: 'Other words', actorId: admin, now });
    expect(other).toEqual({ ok: false, problem: { kind: 'changed-meanwhile' } });
    expect(await attest(db, versionId, admin)).toEqual({ ok: true, value: null });
    expect(await readAttestationState(db, versionId)).toMatchObject({
      kind: 'attested',
      wording: view.wording
    });
    await db.execute(sql`update activity_versions set estimated_minutes = 45 where id = ${versionId}`);
    expect(await readAttestationState(db, versionId)).toEqual({ kind: 'stale', changed: ['the minutes'] });
    expect(await refusedByDatabase(db.execute(goLive(versionId)))).toMatch(/not as it was attested/);
    await db.execute(sql`update activity_versions set estimated_minutes = 30 where id = ${versionId}`);
    expect(await readAttestationState(db, versionId)).toMatchObject({ kind: 'attested' });
  });

  it('is taken back by withdrawing, and outlives a draft that is discarded', async () => {
    const { db } = on.database;
    const draft = await openDraft(db, admin);
    expect(await withdrawAccreditation(db, { ...draft, actorId: admin, now })).toMatchObject({ ok: true });
    expect(await readAttestationState(db, draft.versionId)).toEqual({ kind: 'demonstration' });
    const revision = (await findAuthoredActivity(db, draft.activityId))?.draft?.revision ?? 0;
    expect(await discardDraft(db, { ...draft, revision, actorId: admin, now })).toMatchObject({ ok: true });
  });

  it('lets a release out while it holds, and the next version only when it is attested anew', async () => {
    const { db } = on.database;
    const draft = await openDraft(db, admin);
    await offer(db, draft.versionId, { 'ama-pra-1': 2 }, admin);
    await attest(db, draft.versionId, admin);
    await recordProvider(db, {
      provider: { ...provider, address: '2 Example Street' },
      actorId: admin,
      now: later
    });
    expect(await readAttestationState(db, draft.versionId)).toMatchObject({ changed: ['the provider'] });
    expect(await publish(db, draft, admin)).toMatchObject({ problem: { kind: 'not-whole' } });
    await attest(db, draft.versionId, admin, later);
    expect(await publish(db, draft, admin)).toMatchObject({ ok: true });
    const learner = { activityVersionId: draft.versionId, country: 'US', day: '2027-03-15' };
    const answer = await readCreditOffer(db, { ...learner, profession: 'physician' });
    expect(answer).toMatchObject({ kind: 'eligible', credit: { rule: { key: 'ama-pra-1' } } });
    expect(await attest(db, draft.versionId, admin)).toMatchObject({ problem: { kind: 'no-draft' } });
    const next = await openDraft(db, admin);
    expect(await readAttestationState(db, next.versionId)).toEqual({ kind: 'missing' });
    expect(await refusedByDatabase(db.execute(goLive(next.versionId)))).toMatch(/nobody attested/);
  });

  it('cannot be attested for a published version, in SQL either', async () => {
    const { db } = on.database;
    const live = (await readActivity(db, SLUG))?.activityVersionId ?? '';
    const words = await refusedByDatabase(
      db.execute(sql`insert into accreditation_attestations
        select gen_random_uuid(), ${live}, accreditation_statement_id, provider_version_id, wording, facts, attested_by, now()
        from accreditation_attestations limit 1`)
    );
    expect(words).toMatch(/in retrospect/);
  });
});

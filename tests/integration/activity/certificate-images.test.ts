import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { findAuthoredActivity } from '#lib/server/activity/find-activity.ts';
import { discardDraft } from '#lib/server/activity/discard-draft.ts';
import { readCertificateImage, readCertificateImages } from '#lib/server/activity/read-certificate-images.ts';
import { removeCertificateImage, saveCertificateImage } from '#lib/server/activity/save-certificate-image.ts';
import { startDraft } from '#lib/server/activity/start-draft.ts';
import { readCertificate } from '#lib/server/certificate/read-certificate.ts';
import { renderCertificatePdf } from '#lib/server/certificate/render-certificate-pdf.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import { makeCreditedLearner, NOON, SAMPLE } from '../../support/learner.ts';
import { makePerson } from '../../support/people.ts';
import { textOfPdf } from '../../support/pdf.ts';
import { pngOf } from '../../support/png.ts';
import { refusedByDatabase } from '../../support/refused-by-database.ts';

describeOnEachDatabase('logo and signature of an activity', (on) => {
  const open = async () => {
    const { db } = on.database;
    const { id: actorId } = await makePerson(db, { roles: ['educator'] });
    const [row] = await db
      .select({ id: sql<string>`id` })
      .from(sql`activities`)
      .where(sql`slug = ${SAMPLE}`);
    const activityId = row?.id ?? '';
    const started = await startDraft(db, { activityId, actorId, now: NOON });
    if (!started.ok) throw new Error(started.problem);
    const activityVersionId = started.value.versionId;
    const save = (bytes: Uint8Array | null, caption = 'Example University') =>
      saveCertificateImage(db, { activityVersionId, kind: 'logo', bytes, caption, actorId, now: NOON });
    return { db, actorId, activityId, activityVersionId, save };
  };

  const close = async ({ db, actorId, activityId, activityVersionId }: Awaited<ReturnType<typeof open>>) => {
    const draft = (await findAuthoredActivity(db, activityId))?.draft;
    const revision = draft?.revision ?? 0;
    return discardDraft(db, { activityId, versionId: activityVersionId, revision, actorId, now: NOON });
  };

  it('are kept as they were sent, changed while the version is a draft, and go with it', async () => {
    const draft = await open();
    const { db, activityVersionId: versionId, actorId, save } = draft;
    const logo = pngOf(64, 32);
    expect(await save(null)).toEqual({ ok: false, problem: { kind: 'no-file' } });
    expect((await save(logo)).ok).toBe(true);
    expect((await save(null, 'Another name')).ok).toBe(true);
    const kept = await readCertificateImage(db, { versionId, kind: 'logo' });
    expect([kept?.mediaType, kept?.caption]).toEqual(['image/png', 'Another name']);
    expect(Buffer.from(kept?.content ?? []).equals(logo)).toBe(true);
    const which = { activityVersionId: versionId, kind: 'logo', actorId, now: NOON } as const;
    expect((await removeCertificateImage(db, which)).ok).toBe(true);
    expect(await readCertificateImages(db, versionId)).toEqual([]);
    expect((await save(logo)).ok).toBe(true);
    expect((await close(draft)).ok).toBe(true);
    expect(await save(logo)).toEqual({ ok: false, problem: { kind: 'no-draft' } });
  });

  it('are refused where they are damaged, too large or no image', async () => {
    const draft = await open();
    const whole = pngOf(64, 32);
    const broken = Buffer.from(whole);
    broken.fill(0x55, 50, 60);
    const huge = Buffer.concat([whole, Buffer.alloc(512 * 1024)]);
    for (const bytes of [
      whole.subarray(0, 60),
      broken,
      huge,
      pngOf(8, 8),
      pngOf(3001, 16),
      Buffer.from('GIF89a')
    ])
      expect(await draft.save(bytes)).toMatchObject({ ok: false, problem: { kind: 'wrong-file' } });
    await close(draft);
  });

  it('are printed by the certificates of a released version, and come along into the next draft', async () => {
    const { db } = on.database;
    const learner = await makeCreditedLearner(db);
    const { activityVersionId: released } = learner;
    const insert = sql`insert into activity_certificate_images (activity_version_id, kind, media_type, content, caption)
      values (${released}, 'signature', 'image/png', ${pngOf(90, 30)}, 'Prof. Ada Signer')`;
    expect(await refusedByDatabase(db.execute(insert))).toMatch(/was published/);
    await db.execute(
      sql`alter table activity_certificate_images disable trigger activity_certificate_images_guard`
    );
    await db.execute(insert);
    await db.execute(
      sql`alter table activity_certificate_images enable trigger activity_certificate_images_guard`
    );
    const { certificateId, personId } = learner;
    const certificate = await readCertificate(db, { certificateId, reader: { id: personId, roles: [] } });
    if (!certificate) throw new Error('The certificate cannot be read by its holder.');
    const pdf = await renderCertificatePdf({ ...certificate, origin: 'https://cme.example.org' });
    expect(textOfPdf(Buffer.from(pdf))).toContain('Prof. Ada Signer');
    const draft = await open();
    expect(await readCertificateImages(db, draft.activityVersionId)).toEqual([
      { kind: 'signature', caption: 'Prof. Ada Signer' }
    ]);
    await close(draft);
  });
});

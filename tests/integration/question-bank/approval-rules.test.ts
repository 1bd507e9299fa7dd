import { randomUUID } from 'node:crypto';
import { eq, sql, type SQL } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { itemVersionAuthors } from '#lib/server/db/schema/question-bank-review.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import { insertItemVersion, publishBySql, WRITTEN_AT } from '../../support/item-version-sql.ts';
import { refusedByDatabase } from '../../support/refused-by-database.ts';
import { makeEducator } from '../../support/review-steps.ts';

describeOnEachDatabase(
  'the review of an item version in the database',
  (on) => {
    const run = (statement: SQL) => on.database.db.execute(statement);
    const refusal = (statement: SQL) => refusedByDatabase(run(statement));

    const approve = (version: string, approver: string, revision = 1) =>
      sql`insert into item_approvals (id, item_version_id, revision, kind, approver_id, approved_at)
        values (${randomUUID()}, ${version}, ${revision}, 'review', ${approver}, ${WRITTEN_AT})`;

    const move = (version: string, status: string, revision = 1) =>
      sql`update item_versions set status = ${status}, revision = ${revision} where id = ${version}`;

    const write = (version: string, author: string) =>
      sql`insert into item_version_authors (item_version_id, person_id) values (${version}, ${author})`;

    /** A whole version with an author, under review. */
    async function startReview(): Promise<{ version: string; author: string }> {
      const { version } = await insertItemVersion(on.database.db, { approval: 'none' });
      const author = await makeEducator(on.database.db);
      await run(write(version, author));
      await run(move(version, 'in-review'));
      return { version, author };
    }

    const reviewer = () => makeEducator(on.database.db);
    const publish = (version: string) => refusedByDatabase(publishBySql(on.database.db, version));

    describe('refuses to publish', () => {
      it('without an approval, from whatever state', async () => {
        const { version } = await insertItemVersion(on.database.db, { approval: 'none' });
        expect(await publish(version)).toContain('cannot be published: too few approvals');
        for (const status of ['in-review', 'approved']) {
          await run(move(version, status));
          expect(await publish(version)).toContain('cannot be published: too few approvals');
        }
      });

      it('with fewer approvals than the settings ask for', async () => {
        const { version } = await startReview();
        await run(sql`update review_settings set approvals_needed = 2`);
        await run(approve(version, await reviewer()));
        expect(await publish(version)).toContain('too few approvals');
        await run(approve(version, await reviewer()));
        await expect(publishBySql(on.database.db, version)).resolves.toBeDefined();
        await run(sql`update review_settings set approvals_needed = 1`);
      });

      it('on the approval of an earlier revision', async () => {
        const { version } = await startReview();
        await run(approve(version, await reviewer()));
        await run(move(version, 'draft', 2));
        await run(move(version, 'approved', 2));
        expect(await publish(version)).toContain('too few approvals');
      });

      it('on the approval of somebody who wrote in it since', async () => {
        const { version } = await startReview();
        const approver = await reviewer();
        await run(approve(version, approver));
        await run(write(version, approver));
        expect(await publish(version)).toContain('too few approvals');
      });

      it('after an edit of what was approved', async () => {
        const { version } = await startReview();
        await run(approve(version, await reviewer()));
        await run(move(version, 'draft', 2));
        await run(sql`update item_versions set stem = 'Other?', revision = 3 where id = ${version}`);
        expect(await publish(version)).toContain('too few approvals');
      });
    });

    describe('refuses an approval', () => {
      it('of an author', async () => {
        const { version, author } = await startReview();
        expect(await refusal(approve(version, author))).toContain('cannot approve it');
      });

      it('of another revision than the present one', async () => {
        const { version } = await startReview();
        const approver = await reviewer();
        expect(await refusal(approve(version, approver, 2))).toContain('is not at revision 2');
        expect(await refusal(approve(version, approver, 0))).toContain('is not at revision 0');
      });

      it('of the same person twice', async () => {
        const { version } = await startReview();
        const approver = await reviewer();
        await run(approve(version, approver));
        expect(await refusal(approve(version, approver))).toContain('item_approvals_once');
      });

      it('of a draft, which can still change under it', async () => {
        const { version } = await insertItemVersion(on.database.db, { approval: 'none' });
        expect(await refusal(approve(version, await reviewer()))).toContain('is not under review');
      });

      it('by a package of what was written here', async () => {
        const { version } = await startReview();
        const statement = sql`insert into item_approvals (id, item_version_id, revision, kind, approved_at)
          values (${randomUUID()}, ${version}, 1, 'package', ${WRITTEN_AT})`;
        expect(await refusal(statement)).toContain('is not approved by a package');
      });
    });

    const CONTENT: [string, (version: string) => SQL][] = [
      ['the stem', (version) => sql`update item_versions set stem = 'Other?' where id = ${version}`],
      ['the objective', (version) => sql`update item_versions set objective_id = null where id = ${version}`],
      [
        'a key',
        (version) => sql`update item_options set is_key = not is_key where item_version_id = ${version}`
      ],
      ['an option', (version) => sql`delete from item_options where item_version_id = ${version}`],
      [
        'a passage',
        (version) => sql`update item_citations set passage = 'Other.' where item_version_id = ${version}`
      ],
      ['a citation', (version) => sql`delete from item_citations where item_version_id = ${version}`]
    ];

    describe('keeps, while reviewers read and after they approved,', () => {
      it.each(CONTENT)('%s', async (_part, change) => {
        const { version } = await startReview();
        expect(await refusal(change(version))).toContain('is under review and cannot be changed');
        await run(approve(version, await reviewer()));
        await run(move(version, 'approved'));
        expect(await refusal(change(version))).toContain('is under review and cannot be changed');
      });
    });

    it.each(CONTENT)(
      'keeps %s of a draft that its package approved, until it has a new revision',
      async (_part, change) => {
        const { version } = await insertItemVersion(on.database.db);
        expect(await refusal(change(version))).toContain('changes under a new one');
        await run(sql`update item_versions set revision = 2 where id = ${version}`);
        await run(change(version));
        expect(await publish(version)).toContain('too few approvals');
      }
    );

    it('lets a version come back only under a new revision, which never falls', async () => {
      const { version } = await startReview();
      expect(await refusal(move(version, 'draft'))).toContain('with a new revision');
      expect(await refusal(move(version, 'changes-asked'))).toContain('with a new revision');
      await run(move(version, 'changes-asked', 2));
      expect(await refusal(move(version, 'in-review', 1))).toContain('never falls');
    });

    it('keeps approvals and authors as they are', async () => {
      const { version } = await startReview();
      await run(approve(version, await reviewer()));
      const changes = [
        sql`update item_approvals set revision = 2 where item_version_id = ${version}`,
        sql`update item_approvals set note = 'Fine.' where item_version_id = ${version}`,
        sql`delete from item_approvals where item_version_id = ${version}`,
        sql`delete from item_version_authors where item_version_id = ${version}`,
        sql`update item_version_authors set person_id = person_id where item_version_id = ${version}`
      ];
      for (const change of changes) expect(await refusal(change)).toContain('never changed or removed');
      expect(await refusal(sql`truncate item_approvals`)).toContain('never changed or removed');
    });

    it('counts whoever starts a version or changes its content as its author, also past the application', async () => {
      const [starter, editor, mover] = [await reviewer(), await reviewer(), await reviewer()];
      const { version } = await insertItemVersion(on.database.db, { approval: 'none', createdBy: starter });
      await run(
        sql`update item_versions set difficulty = 'hard', updated_by = ${editor} where id = ${version}`
      );
      await run(
        sql`update item_versions set status = 'in-review', updated_by = ${mover} where id = ${version}`
      );
      expect(await refusal(approve(version, starter))).toContain('an author of item version');
      expect(await refusal(approve(version, editor))).toContain('an author of item version');
      await run(approve(version, mover));
    });

    it('lets the authors of a draft go with it, and not before', async () => {
      const { version } = await insertItemVersion(on.database.db, {
        approval: 'none',
        createdBy: await reviewer()
      });
      for (const table of ['item_options', 'item_citations'])
        await run(sql`delete from ${sql.identifier(table)} where item_version_id = ${version}`);
      const authors = () =>
        on.database.db.$count(itemVersionAuthors, eq(itemVersionAuthors.itemVersionId, version));
      expect(
        await refusal(sql`delete from item_version_authors where item_version_id = ${version}`)
      ).toContain('removed but with their version');
      expect(await authors()).toBe(1);
      await run(sql`delete from item_versions where id = ${version}`);
      expect(await authors()).toBe(0);
    });

    it('asks for one to five approvals, and always for some', async () => {
      expect(await refusal(sql`update review_settings set approvals_needed = 0`)).toContain(
        'approvals_range'
      );
      expect(await refusal(sql`delete from review_settings`)).toContain('never changed or removed');
    });
  },
  'empty'
);

import { randomUUID } from 'node:crypto';
import { sql, type SQL } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { publicationFaults } from '#lib/domain/question-bank/publication-faults.ts';
import { readItemDraft } from '#lib/server/question-bank/read-item-draft.ts';
import { listRetractedKeys } from '#lib/server/question-bank/review-queries.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import {
  insertItemVersion,
  publishBySql,
  WRITTEN_AT,
  type DraftParts
} from '../../support/item-version-sql.ts';
import { refusedByDatabase } from '../../support/refused-by-database.ts';

const TYPES = ['single', 'multiple', 'matching', 'ordering', 'true-false', 'numeric', 'short-text'] as const;

/** What is left out or wrong, and what the database says. */
const FAULTS: [string, DraftParts, string][] = [
  ['an objective', { objective: false }, 'no objective'],
  ['a citation', { citation: false }, 'no citation'],
  ['the passage of its citation', { passage: ' ' }, 'a citation without its passage'],
  [
    'the expert review of its passage',
    { verification: 'needs-expert-review' },
    'a citation that needs expert review'
  ],
  [
    'another reference than a retracted one',
    { referenceStatus: 'retracted' },
    'a citation of a retracted reference'
  ],
  ['the text of every option', { optionText: ' ' }, 'an option without text'],
  ['a rationale for every option', { rationale: '' }, 'an option without rationale'],
  ['a stem', { stem: '\n \t' }, 'no stem'],
  ['more than a line break in a passage', { passage: '\t\r\n' }, 'a citation without its passage'],
  ['more than a space of no width in an option', { optionText: '\u200b\u00a0' }, 'an option without text'],
  ['more than a tab in a rationale', { rationale: '\n\t\n' }, 'an option without rationale'],
  ['the text of every target', { type: 'matching', targetText: '\n' }, 'a target without text'],
  ['a key', { keys: 0 }, 'a number of keys other than asked for'],
  ['one key only', { keys: 2 }, 'a number of keys other than asked for'],
  ['a number among its values', { type: 'numeric', optionText: 'four' }, 'a number that is none'],
  ['a key among its numbers', { type: 'numeric', keys: 0 }, 'no key'],
  ['an accepted form among its texts', { type: 'short-text', keys: 0 }, 'no key'],
  ['the writing flaws of level error mended', { lintErrors: 1 }, 'a writing flaw of level error'],
  [
    'two parts at once',
    { objective: false, passage: '', rationale: ' ' },
    'no objective, a citation without its passage, an option without rationale'
  ]
];

describeOnEachDatabase(
  'an item version in the database',
  (on) => {
    const run = (statement: SQL) => on.database.db.execute(statement);

    it.each(TYPES)('of type %s is published when all is there', async (type) => {
      const { version } = await insertItemVersion(on.database.db, {
        type,
        keys: type === 'multiple' ? 2 : 1
      });
      await expect(publishBySql(on.database.db, version)).resolves.toBeDefined();
    });

    describe('is not published, whoever asks, without', () => {
      it.each(FAULTS)('%s', async (_part, draft, reason) => {
        const { version } = await insertItemVersion(on.database.db, draft);
        expect(await refusedByDatabase(publishBySql(on.database.db, version))).toBe(
          `item version ${version} cannot be published: ${reason}`
        );
      });

      it.each([
        ['a target for every option', 'matching', sql`match_target_id = null`],
        ['a place for every option', 'ordering', sql`key_position = null`],
        ['a word on whether each option is right', 'single', sql`is_key = null`]
      ] as const)('%s', async (_part, type, change) => {
        const { db } = on.database;
        const { version } = await insertItemVersion(db, { type, approval: 'none' });
        await run(
          sql`update item_options set ${change} where item_version_id = ${version} and option_id = 'c'`
        );
        expect(await refusedByDatabase(publishBySql(db, version))).toContain(
          'an option whose key does not fit the type'
        );
      });
    });

    it.each(FAULTS)(
      'is told by the application what it lacks in the same words: %s',
      async (_part, draft, reason) => {
        const { db } = on.database;
        const { version } = await insertItemVersion(db, draft);
        const read = await readItemDraft(db, version);
        if (read === null) throw new Error('The version was not found.');
        const retractedKeys = await listRetractedKeys(db, version);
        const faults = publicationFaults(read.draft, { retractedKeys, lintErrors: draft.lintErrors ?? 0 });
        expect(faults.map(({ fault }) => fault).join(', ')).toBe(reason);
      }
    );

    it('cannot start its life published', async () => {
      const { version } = await insertItemVersion(on.database.db);
      const copy = sql`insert into item_versions
        (id, item_id, version, status, type, stem, "select", key_point, objective_id, difficulty, created_at, published_at)
        select ${randomUUID()}, item_id, 2, 'live', type, stem, "select", key_point, objective_id, difficulty, created_at, ${WRITTEN_AT}
        from item_versions where id = ${version}`;
      expect(await refusedByDatabase(run(copy))).toContain('no citation');
    });

    it('keeps stem, options, rationales and citations once it was published', async () => {
      const { version } = await insertItemVersion(on.database.db);
      await publishBySql(on.database.db, version);
      const changes = [
        sql`update item_versions set stem = 'Other?' where id = ${version}`,
        sql`update item_versions set status = 'draft' where id = ${version}`,
        sql`delete from item_versions where id = ${version}`,
        sql`update item_options set is_key = not is_key where item_version_id = ${version}`,
        sql`update item_options set rationale = 'Other.' where item_version_id = ${version}`,
        sql`delete from item_options where item_version_id = ${version}`,
        sql`insert into item_options (item_version_id, option_id, position, text, rationale, is_key)
          values (${version}, 'd', 4, 'd', 'Why.', false)`,
        sql`update item_citations set passage = 'Other.' where item_version_id = ${version}`,
        sql`delete from item_citations where item_version_id = ${version}`
      ];
      for (const change of changes) expect(await refusedByDatabase(run(change))).toContain('was published');
    });

    it('can be retired, and stays retired', async () => {
      const { version } = await insertItemVersion(on.database.db);
      await publishBySql(on.database.db, version);
      await run(
        sql`update item_versions set status = 'retired', retired_at = ${WRITTEN_AT} where id = ${version}`
      );
      expect(await refusedByDatabase(publishBySql(on.database.db, version))).toContain('was published');
    });

    it('may still be edited while it is a draft', async () => {
      const { version } = await insertItemVersion(on.database.db, { approval: 'none' });
      await run(sql`update item_options set rationale = 'Better.' where item_version_id = ${version}`);
      await run(sql`update item_versions set stem = 'Better?' where id = ${version}`);
    });

    it('has one live version of an item at a time', async () => {
      const { db } = on.database;
      const { version, item } = await insertItemVersion(db);
      await publishBySql(db, version);
      const second = await insertItemVersion(db, { item, version: 2 });
      expect(await refusedByDatabase(publishBySql(db, second.version))).toContain('item_versions_one_live');
    });
  },
  'empty'
);

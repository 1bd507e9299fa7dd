import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { SHIPPED_RULES } from '#lib/domain/accreditation/shipped/shipped-rules.ts';
import { listRuleVersions } from '#lib/server/accreditation/rule-queries.ts';
import { seedCreditRules } from '#lib/server/accreditation/seed-credit-rules.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import { refusedByDatabase } from '../../support/refused-by-database.ts';

const now = new Date('2026-12-01T00:00:00Z');

describeOnEachDatabase(
  'the shipped credit rules',
  (on) => {
    it('are brought once, by however many instances that start at the same time', async () => {
      const { db } = on.database;
      const counts = await Promise.all([1, 2, 3, 4].map(() => seedCreditRules(db, now)));
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(SHIPPED_RULES.length);
      expect(await seedCreditRules(db, now)).toBe(0);
      const held = await listRuleVersions(db);
      const withoutIds = held.map(({ key, version, validFrom, rule }) => ({ key, version, validFrom, rule }));
      expect(withoutIds).toEqual(SHIPPED_RULES.toSorted((one, other) => (one.key < other.key ? -1 : 1)));
    });

    it('cannot be changed or removed afterwards', async () => {
      const { db } = on.database;
      await refusedByDatabase(db.execute(sql`update credit_rules set valid_from = '2020-01-01'`));
      await refusedByDatabase(db.execute(sql`delete from credit_rules`));
    });
  },
  'empty'
);

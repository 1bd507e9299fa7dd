import { expect, it } from 'vitest';
import { sql } from 'drizzle-orm';
import type { ThrottlePolicy } from '#lib/domain/identity/throttle.ts';
import { withThrottle } from '#lib/server/identity/throttle.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import { NOON } from '../../support/learner.ts';

const policy: ThrottlePolicy = {
  free: 3,
  firstWaitSeconds: 60,
  longestWaitSeconds: 3600,
  forgetAfterSeconds: 86_400
};
const later = (seconds: number) => new Date(NOON.getTime() + seconds * 1000);

describeOnEachDatabase(
  'a throttle in the database',
  (on) => {
    let nth = 0;
    /** Tries from a place of its own; `made` counts the tries that were really made. */
    const newPlace = () => {
      const from = `place ${(nth += 1)}`;
      const made = { tries: 0 };
      const attempt = async (right: boolean, now = NOON) => {
        const place = { door: 'test', from, policy, now };
        const result = await withThrottle(on.database.db, place, () => {
          made.tries += 1;
          return Promise.resolve(right ? 'right' : null);
        });
        return result.ok ? result.value : result.problem.kind;
      };
      return { attempt, made };
    };

    it('takes what is right after a few that were wrong, and makes others wait in no other place', async () => {
      const { attempt } = newPlace();
      expect(await attempt(false)).toBe('wrong');
      expect(await attempt(false)).toBe('wrong');
      expect(await attempt(true)).toBe('right');
      expect(await attempt(false)).toBe('wrong');
      expect(await attempt(true), 'waits after the third').toBe('wait');
      expect(await newPlace().attempt(true)).toBe('right');
    });

    it('opens for one try after the wait, and doubles it when that was wrong', async () => {
      const { attempt } = newPlace();
      for (let index = 0; index < 3; index += 1) await attempt(false);
      expect(await attempt(true, later(59))).toBe('wait');
      expect(await attempt(false, later(60))).toBe('wrong');
      expect(await attempt(true, later(179))).toBe('wait');
      expect(await attempt(true, later(180))).toBe('right');
      expect(await attempt(true, later(180)), 'what was right costs nothing').toBe('right');
      expect(await attempt(false, later(180))).toBe('wrong');
      expect(await attempt(true, later(181)), 'and clears nothing').toBe('wait');
      expect(await attempt(true, later(2 * 86_400))).toBe('right');
    });

    it('makes one of many tries that come at once after the wait', async () => {
      const { attempt, made } = newPlace();
      for (let index = 0; index < 3; index += 1) await attempt(false);
      const before = made.tries;
      const all = await Promise.all(Array.from({ length: 30 }, () => attempt(false, later(60))));
      expect(all.filter((kind) => kind === 'wrong')).toHaveLength(1);
      expect(made.tries - before).toBe(1);
    });

    it('counts all of many that fail at once at the start', async () => {
      const { attempt } = newPlace();
      const all = await Promise.all(Array.from({ length: 30 }, () => attempt(false)));
      expect(all.filter((kind) => kind === 'wrong')).toHaveLength(3);
      expect(await attempt(true, later(3000))).toBe('wait');
    });

    it('keeps no address', async () => {
      const rows = await on.database.db.execute(
        sql`select encode(subject, 'escape') as subject from throttles`
      );
      expect(JSON.stringify(rows)).not.toContain('place');
    });
  },
  'empty'
);

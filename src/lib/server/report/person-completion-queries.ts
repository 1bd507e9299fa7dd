import { and, desc, eq, sql } from 'drizzle-orm';
import { documentStands } from '../certificate/standing-queries.ts';
import { creditStands } from '../credit/standing-queries.ts';
import type { Executor } from '../db/index.ts';
import { activityVersions } from '../db/schema/activity.ts';
import { attempts } from '../db/schema/attempt.ts';
import { certificateRevocations, certificates } from '../db/schema/certificate.ts';
import { completions, credits } from '../db/schema/credit.ts';
import { dayRevoked } from './queries.ts';

/** What a person has completed, the latest first, each with the document that stands. */
export function listPersonCompletions(db: Executor, personId: string) {
  return db
    .select({
      id: completions.id,
      completedOn: completions.completedOn,
      activityTitle: activityVersions.title,
      activityVersion: activityVersions.version,
      itemsCorrect: sql<number>`coalesce(${attempts.itemsCorrect}, 0)`,
      itemsCounted: sql<number>`${attempts.itemsTotal} - ${attempts.itemsDropped}`,
      quarterCredits: credits.quarterCredits,
      certificateId: certificates.id,
      revokedOn: dayRevoked
    })
    .from(completions)
    .innerJoin(activityVersions, eq(activityVersions.id, completions.activityVersionId))
    .innerJoin(attempts, eq(attempts.id, completions.attemptId))
    .leftJoin(credits, and(eq(credits.completionId, completions.id), creditStands))
    .leftJoin(certificates, and(eq(certificates.creditId, credits.id), documentStands))
    .leftJoin(certificateRevocations, eq(certificateRevocations.certificateId, certificates.id))
    .where(eq(completions.personId, personId))
    .orderBy(desc(completions.completedOn), desc(completions.id));
}

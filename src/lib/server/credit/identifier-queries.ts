import { eq } from 'drizzle-orm';
import type { BirthDay } from '#lib/domain/identity/birth-day.ts';
import type { Licence } from '#lib/domain/identity/licence.ts';
import { NO_IDENTIFIERS, type ReportingIdentifiers } from '#lib/domain/credit/reporting-identifiers.ts';
import type { Executor } from '../db/index.ts';
import { reportingIdentifiers } from '../db/schema/credit.ts';

const licenceOf = (state: string | null, number: string | null): Licence | null =>
  state === null || number === null ? null : { state, number };

const birthDayOf = (month: number | null, day: number | null): BirthDay | null =>
  month === null || day === null ? null : { month, day };

/** What reports find a person by, as far as it is known. */
export async function selectIdentifiers(db: Executor, personId: string): Promise<ReportingIdentifiers> {
  const [row] = await db
    .select({
      licenceState: reportingIdentifiers.licenceState,
      licenceNumber: reportingIdentifiers.licenceNumber,
      boardId: reportingIdentifiers.boardId,
      birthMonth: reportingIdentifiers.birthMonth,
      birthDay: reportingIdentifiers.birthDay,
      nabpId: reportingIdentifiers.nabpId
    })
    .from(reportingIdentifiers)
    .where(eq(reportingIdentifiers.personId, personId));
  if (!row) return NO_IDENTIFIERS;
  const { boardId, nabpId } = row;
  return {
    licence: licenceOf(row.licenceState, row.licenceNumber),
    boardId,
    birthDay: birthDayOf(row.birthMonth, row.birthDay),
    nabpId
  };
}

/** Writes the identifiers, over those that the person may have. */
export async function upsertIdentifiers(
  tx: Executor,
  { personId, identifiers, now }: { personId: string; identifiers: ReportingIdentifiers; now: Date }
): Promise<void> {
  const { licence, boardId, birthDay, nabpId } = identifiers;
  const row = {
    personId,
    licenceState: licence?.state ?? null,
    licenceNumber: licence?.number ?? null,
    boardId,
    birthMonth: birthDay?.month ?? null,
    birthDay: birthDay?.day ?? null,
    nabpId,
    updatedAt: now
  };
  await tx
    .insert(reportingIdentifiers)
    .values(row)
    .onConflictDoUpdate({ target: reportingIdentifiers.personId, set: row });
}

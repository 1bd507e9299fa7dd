import { describeFault, type Fault } from '#lib/domain/report/mapping/fault.ts';
import { fitCells } from '#lib/domain/report/mapping/judge-record.ts';
import type { FieldValues, MappingVersion, ReportCell } from '#lib/domain/report/mapping/report-mapping.ts';
import type { ReportNumbers } from '#lib/domain/report/mapping/report-numbers.ts';
import type { Executor } from '../../db/index.ts';
import {
  listRecordedActivities,
  selectOptionalRecordedVersion,
  selectParticipants
} from './activity-record-queries.ts';
import { selectOptionalMapping } from './mapping-queries.ts';
import { readReportContext } from './read-report-context.ts';
import { sharedValues } from './to-record.ts';

/** The mapping of an activity record. */
const MAPPING_KEY = 'pars-activity';

/** The record of an activity for its accreditor: the values of its columns, or what is missing. */
export type ActivityRecord = {
  activityId: string;
  title: string;
  version: MappingVersion;
  numbers: ReportNumbers;
  values: FieldValues;
  rows: { column: string; cell: ReportCell }[];
  faults: Fault[];
};

async function readValues(db: Executor, activityId: string): Promise<FieldValues | null> {
  const released = await selectOptionalRecordedVersion(db, activityId);
  if (released === null) return null;
  const context = await readReportContext(db);
  const participants = await selectParticipants(db, activityId);
  const shared = { activityId, activityVersionId: released.id, profession: '' };
  const numbers = context.numbers.get(activityId) ?? {};
  return {
    ...sharedValues(context, shared),
    activity_summary: released.summary,
    maximum_credit: released.maximumQuarterCredits / 4,
    activity_action: numbers['accme-activity-id'] === undefined ? 'Add' : 'Update',
    commercial_support: numbers['commercial-support'] ?? null,
    participants_physician: participants.physicians,
    participants_other: participants.others
  };
}

async function isDemonstration(db: Executor, activityId: string): Promise<boolean> {
  const released = await selectOptionalRecordedVersion(db, activityId);
  return released?.mode !== 'accredited';
}

/** The record of an activity, or null where nothing of it was released. */
export async function readActivityRecord(db: Executor, activityId: string): Promise<ActivityRecord | null> {
  const values = await readValues(db, activityId);
  const version = await selectOptionalMapping(db, MAPPING_KEY);
  if (values === null || version === null) return null;
  const { mapping, key } = version;
  const fitted = fitCells(values, mapping);
  const demonstration = { kind: 'demonstration', column: null } as const;
  const found = [
    ...((await isDemonstration(db, activityId)) ? [demonstration] : []),
    ...(fitted.ok ? [] : fitted.problem)
  ];
  const nobody = { personId: null, certificateId: null, completionId: null, submissionId: null };
  const subject = { ...nobody, activityId, mappingKey: key };
  const cells = fitted.ok ? fitted.value : [];
  return {
    activityId,
    title: String(values.activity_title ?? ''),
    version,
    numbers: (await readReportContext(db)).numbers.get(activityId) ?? {},
    values,
    rows: mapping.columns.flatMap(({ column }, index) => {
      const cell = cells[index] ?? null;
      return cell === null ? [] : [{ column, cell }];
    }),
    faults: found.map((one) => describeFault(one, { mapping, subject }))
  };
}

/** Every activity that was released. */
export function listReportedActivities(db: Executor): Promise<{ id: string; title: string }[]> {
  return listRecordedActivities(db);
}

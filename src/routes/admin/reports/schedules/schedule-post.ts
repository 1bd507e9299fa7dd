import type { ScheduleFields } from '#lib/domain/report/schedule/read-schedule-form.ts';
import { isUuid } from '#lib/domain/uuid.ts';
import { formText } from '../../../form-text.ts';

/** The form of a schedule as it was sent. */
export function readScheduleFields(data: FormData): ScheduleFields {
  const text = (name: string) => formText(data, name);
  const recipients = data.getAll('recipients').filter((value) => typeof value === 'string');
  return {
    name: text('name'),
    format: text('format'),
    span: text('span'),
    cadence: text('cadence'),
    weekday: text('weekday'),
    dayOfMonth: text('dayOfMonth'),
    time: text('time'),
    timeZone: text('timeZone'),
    recipients: [...new Set(recipients.filter(isUuid))]
  };
}

import { error, type RequestEvent } from '@sveltejs/kit';
import { readPeriod, WHOLE_RECORD } from '#lib/domain/certificate/transcript-period.ts';
import { narrowRecord } from '#lib/domain/certificate/transcript-record.ts';
import { readHolderName } from '#lib/server/certificate/read-holder-name.ts';
import { readRecord } from '#lib/server/certificate/read-record.ts';
import { requirePerson } from '../../guard.ts';

type Event = Pick<RequestEvent, 'locals' | 'url'>;

const LONGEST = 200;

/** The filter in the address, as typed. */
export function typedFilter({ url }: Pick<Event, 'url'>) {
  const of = (name: string) => (url.searchParams.get(name) ?? '').slice(0, LONGEST);
  return { from: of('from'), to: of('to'), type: of('type') };
}

/** What a download holds: the person's own record, narrowed as the address says. */
export async function requireRecord(event: Event) {
  const { id } = requirePerson(event);
  const { type, ...days } = typedFilter(event);
  const period = readPeriod(days);
  if (!period.ok) error(400, period.problem.map(({ message }) => `${message}.`).join(' '));
  const record = narrowRecord(await readRecord(event.locals.db, id), { period: period.value, type });
  return { record, period: period.value, name: await readHolderName(event.locals.db, id) };
}

/** The whole record and what of it the page shows. */
export async function readShown(event: Event, personId: string) {
  const { type, ...days } = typedFilter(event);
  const read = readPeriod(days);
  const whole = await readRecord(event.locals.db, personId);
  const period = read.ok ? read.value : WHOLE_RECORD;
  return { whole, shown: narrowRecord(whole, { period, type }), problems: read.ok ? [] : read.problem };
}

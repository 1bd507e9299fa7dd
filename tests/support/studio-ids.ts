import type { Visitor } from './visitor.ts';

const UUID = '[0-9a-f-]{36}';

const SECTION = 'overview';

async function bodyOf(educator: Visitor, path: string): Promise<string> {
  const { status, body } = await educator.get(path);
  if (status !== 200) throw new Error(`${path} answered ${status}.`);
  return body;
}

function idsIn(body: string, before: string): string[] {
  const found = [...body.matchAll(new RegExp(`${before}(${UUID})`, 'g'))].map(([, id = '']) => id);
  return [...new Set(found)];
}

type Staff = { educator: Visitor; admin: Visitor };

/**
 * The activity with the sample's sections that learners have: tests that ran before may have made others, which stand
 * first, copies of the sample among them that were never released and have no results.
 */
async function sampleOf({ educator, admin }: Staff): Promise<string> {
  for (const id of idsIn(await bodyOf(educator, '/author'), '/author/activities/')) {
    const lesson = await bodyOf(educator, `/author/activities/${id}/lesson`);
    if (!lesson.includes(`/lesson/${SECTION}"`)) continue;
    if ((await admin.get(`/admin/reports/activities/${id}`)).status === 200) return id;
  }
  throw new Error(`No released activity has a section ${SECTION}.`);
}

/**
 * The ids that the addresses of the studio need, off its pages: the sample activity with a working copy, a draft item to
 * take steps with (another for another `nth`; a live one would be missing in forms afterwards), a live one to look at, a
 * version, a bank, a reference, a section.
 */
export async function studioIds(staff: Staff, nth: number): Promise<Record<string, string>> {
  const { educator } = staff;
  const activity = await sampleOf(staff);
  const home = `/author/activities/${activity}`;
  await educator.post(`${home}?/start`);
  const table = await bodyOf(educator, `${home}/items?status=live`);
  const [liveItem = ''] = idsIn(table, '/author/items/');
  const item = idsIn(await bodyOf(educator, `${home}/items?status=draft`), '/author/items/')[nth] ?? '';
  const [itemVersion = ''] = idsIn(
    await bodyOf(educator, `/author/items/${item}`),
    'name="versionId" value="'
  );
  const [reference = ''] = idsIn(await bodyOf(educator, '/author/references'), '/author/references/');
  const [bank = ''] = idsIn(table, '/author/banks/');
  return {
    activity,
    item,
    liveItem,
    itemVersion,
    bank,
    reference,
    section: SECTION
  };
}

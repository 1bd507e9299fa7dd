import type { Visitor } from './visitor.ts';

const UUID = '[0-9a-f-]{36}';

async function bodyOf(educator: Visitor, path: string): Promise<string> {
  const { status, body } = await educator.get(path);
  if (status !== 200) throw new Error(`${path} answered ${status}.`);
  return body;
}

function idsIn(body: string, before: string): string[] {
  const found = [...body.matchAll(new RegExp(`${before}(${UUID})`, 'g'))].map(([, id = '']) => id);
  return [...new Set(found)];
}

/**
 * The ids that the addresses of the studio need, off its pages: the sample activity with a working copy, live items (others
 * for another `nth`, since tests retire what they are let in to), a version, a bank, a reference, a section.
 */
export async function studioIds(educator: Visitor, nth: number): Promise<Record<string, string>> {
  const [activity = ''] = idsIn(await bodyOf(educator, '/author'), '/author/activities/');
  const home = `/author/activities/${activity}`;
  await educator.post(`${home}?/start`);
  const table = await bodyOf(educator, `${home}/items?status=live`);
  const items = idsIn(table, '/author/items/');
  const item = items[nth * 2] ?? '';
  const [itemVersion = ''] = idsIn(
    await bodyOf(educator, `/author/items/${item}`),
    'name="versionId" value="'
  );
  const [reference = ''] = idsIn(await bodyOf(educator, '/author/references'), '/author/references/');
  const [bank = ''] = idsIn(table, '/author/banks/');
  return {
    activity,
    item,
    liveItem: items[nth * 2 + 1] ?? '',
    itemVersion,
    bank,
    reference,
    section: 'overview'
  };
}

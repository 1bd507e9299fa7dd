import type { Visitor } from './visitor.ts';

/** The address of an item of the sample, by the id that its package gives it, as the table of items links it. */
export async function findItem(educator: Visitor, externalId: string): Promise<string> {
  const home = await educator.get('/author');
  const activity = /\/author\/activities\/[0-9a-f-]{36}/.exec(home.body)?.[0];
  if (!activity) throw new Error('The home of educators links no activity.');
  const { body } = await educator.get(`${activity}/items`);
  const row = body.split('<tr').find((part) => new RegExp(`>\\s*${externalId}\\b`).test(part));
  const address = /\/author\/items\/[0-9a-f-]{36}/.exec(row ?? '')?.[0];
  if (!address) throw new Error(`The table of items links no ${externalId}.`);
  return address;
}

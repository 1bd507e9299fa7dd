import { newAccount } from './accounts.ts';
import type { RunningApp } from './running-app.ts';
import { setUpApp } from './second-factor.ts';
import { newVisitor, type Visitor } from './visitor.ts';

/** Uses the link that the start printed, as a newcomer would, and sets up the second factor that an admin needs. */
export async function makeFirstAdmin(app: RunningApp): Promise<Visitor> {
  const path = /\/set-up\/[\w-]+/.exec(app.output())?.[0];
  if (!path) throw new Error(`The start printed no set-up link:\n${app.output()}`);
  const admin = newVisitor(app.origin);
  const names = { email: 'admin@example.org', givenName: 'Adele', familyName: 'Admin' };
  const answer = await admin.post(path, newAccount({ ...names, profession: 'other', country: 'CH' }));
  if (answer.status !== 303) throw new Error(`The first admin could not be made: ${answer.status}`);
  await setUpApp(admin);
  return admin;
}

import { setTimeout as wait } from 'node:timers/promises';
import postgres from 'postgres';
import { openDatabase } from '#lib/server/db/index.ts';
import { cookieHeader, openHttpDownload } from '../support/download.ts';
import { insertManyCompletions } from '../support/many-completions.ts';
import type { Visitor } from '../support/visitor.ts';
import { faultUnless, type Finding } from './finding.ts';
import { openReplicas, type Replicas } from './replicas.ts';
import { until } from './until.ts';
import type { World } from './world.ts';

const PAGE = '/admin/completions';

/** So many that a download is not over before it can be ended: some 30 MB. */
const COMPLETIONS = 100_000;

/** The page as another browser of the same person sees it: one that has not changed anything. */
async function readElsewhere(admin: Visitor, origin: string): Promise<string> {
  const cookie = cookieHeader(admin).replace(/(^|; )written=[^;]*/, '');
  return (await fetch(`${origin}${PAGE}`, { headers: { cookie, accept: 'text/html' } })).text();
}

type Seen = { own: boolean; elsewhere: boolean };

async function saveView({ admin, origin }: World, name: string): Promise<Seen> {
  const { status } = await admin.post(`${PAGE}?/views`, { do: 'save', 'save-name': name });
  if (status !== 303) throw new Error(`Saving a view answered ${status}.`);
  const { body } = await admin.get(PAGE);
  return { own: body.includes(name), elsewhere: (await readElsewhere(admin, origin)).includes(name) };
}

/** A report that is being read, while the primary does what the replica cannot follow as long as it goes on. */
async function endByRecovery(world: World, replicas: Replicas) {
  const { admin, origin } = world;
  const sql = postgres(world.databaseUrl('primary'), { max: 1, onnotice: () => {} });
  try {
    await replicas.setPatience('500ms');
    const download = await openHttpDownload(admin, `${origin}${PAGE}/export.csv`);
    await sql.begin((tx) => tx`lock table completions in access exclusive mode`);
    await wait(3_000);
    const { isWhole } = await download.finish();
    const id = download.manifest.split('/').at(-2) ?? '';
    const record = await until('A record of how the download ended', {
      within: 20_000,
      look: async () => {
        const [row] =
          await sql`select state, coalesce(failure, '') as failure from report_exports where id = ${id}`;
        return row === undefined || row['state'] === 'running' ? null : row;
      }
    });
    return { isWhole, state: String(record['state']), failure: String(record['failure']) };
  } finally {
    await replicas.setPatience(null);
    await sql.end();
  }
}

async function fillPrimary(world: World): Promise<void> {
  const database = await openDatabase({ databaseUrl: world.databaseUrl('primary'), dataDir: '' });
  await insertManyCompletions(database.db, COMPLETIONS).finally(() => database.close());
}

/** Reports on replicas that lag: who changed something sees it, others see an older state, and no file is short. */
export async function lagOnReplicas(world: World): Promise<Finding> {
  const replicas = await openReplicas(world);
  try {
    await replicas.pause();
    const lagging = await saveView(world, 'Seen at once');
    await replicas.resume();
    await replicas.untilCaughtUp();
    const later = await readElsewhere(world.admin, world.origin);
    await replicas.pause();
    const sql = postgres(world.databaseUrl('primary'), { max: 1, onnotice: () => {} });
    await sql`update saved_views set name = 'Changed by others'`.finally(() => sql.end());
    const { body } = await world.admin.get(PAGE);
    await replicas.resume();
    await fillPrimary(world);
    await replicas.untilCaughtUp();
    const { isWhole, state, failure } = await endByRecovery(world, replicas);
    return {
      scenario: 'lagging replica',
      figures: { 'download ended by recovery': state, because: failure },
      faults: [
        ...faultUnless(lagging.own, 'who saved a view does not see it while the replicas lag'),
        ...faultUnless(!lagging.elsewhere, 'the page of others did not come from a replica that lags'),
        ...faultUnless(
          later.includes('Seen at once'),
          'a replica that has caught up does not show what was saved'
        ),
        ...faultUnless(
          body.includes('Seen at once'),
          'a session whose changes are everywhere reads from the primary'
        ),
        ...faultUnless(!isWhole, 'a download that a replica ended looks whole'),
        ...faultUnless(
          state === 'failed' && /recovery/.test(failure),
          `it is on record as ${state}: ${failure}`
        )
      ]
    };
  } finally {
    await replicas.resume().catch(() => {});
    await replicas.close();
  }
}

import { connect } from './connect.ts';
import { isDatabaseGone } from './is-database-gone.ts';
import { UnsuitableServer } from './server-version.ts';

/** insufficient_privilege: a rented server may keep the number of its cluster to itself. */
const NOT_TOLD = '42501';

const isNotTold = (error: unknown) => error instanceof Error && 'code' in error && error.code === NOT_TOLD;

/** Which database an address leads to, the same for each of its replicas and by whatever way; null: it is not told. */
async function identityAt(url: string): Promise<string | null> {
  const connection = connect(url, { max: 1 });
  try {
    const [row] = await connection<{ identity: string }[]>`
      select system_identifier || '/' || d.oid as identity
      from pg_control_system(), pg_database d where d.datname = current_database()`;
    return row?.identity ?? null;
  } catch (error) {
    if (isNotTold(error)) return null;
    throw error;
  } finally {
    await connection.end({ timeout: 1 });
  }
}

function requireSame(name: string, [one, other]: readonly [string | null, string | null]): void {
  if (one === null || other === null || one === other) return;
  throw new UnsuitableServer(
    `${name} leads to another database than DATABASE_URL. Both must name the same one, on the same cluster.`
  );
}

/** Throws where the owner's address leads to another database, lest that one is changed in place of ours. */
export async function requireOwnersDatabase(url: string, ownerUrl: string): Promise<void> {
  requireSame('MIGRATION_DATABASE_URL', [await identityAt(url), await identityAt(ownerUrl)]);
}

/**
 * Throws where the address for reports leads to another database, whose records would be shown in place of ours. A replica
 * that does not answer is no reason not to start.
 */
export async function requireReplicaOf(url: string, replicaUrl: string): Promise<void> {
  const replica = await identityAt(replicaUrl).catch((error: unknown) => {
    if (isDatabaseGone(error)) return null;
    throw error;
  });
  requireSame('REPLICA_DATABASE_URL', [await identityAt(url), replica]);
}

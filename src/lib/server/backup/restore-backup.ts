import { failure, success, type Result } from '#lib/domain/result.ts';
import { loadTables, type ComparedTable } from '../db/bulk/load-tables.ts';
import type { Database } from '../db/index.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import { verifyAudit, type Verification } from '../identity/chain/verify-audit.ts';
import { endAllEntries } from '../identity/end-all-entries.ts';
import { replayErasures } from '../privacy/replay-erasures.ts';
import { BackupDamaged, type BackupHeader } from './backup-format.ts';
import { openBackup, type OpenBackup } from './open-backup.ts';
import { loadInto, type LoadProblem } from './prepare-target.ts';

/** What was restored, and what was done behind it. */
export type Restored = {
  header: BackupHeader;
  compared: ComparedTable[];
  sessionsEnded: number;
  erasures: { erased: number; refused: string[] };
  audit: Verification;
};

export type RestoreProblem = LoadProblem | { kind: 'damaged'; message: string };

export type RestoreOrder = {
  path: string;
  folder: string;
  /** Who was erased since, or may have been: they are erased again. */
  erasedIds: string[];
  secret: string | null;
  now: Date;
};

async function finish(
  { db }: Database,
  backup: OpenBackup,
  { erasedIds, secret, now, compared }: RestoreOrder & { compared: ComparedTable[] }
): Promise<Restored> {
  const { header } = backup;
  const sessionsEnded = await db.transaction(async (tx) => {
    const ended = await endAllEntries(tx);
    const rows = compared.reduce((sum, { to }) => sum + to.rows, 0);
    await insertAuditEvent(tx, {
      at: now,
      actorId: null,
      action: 'database.restore',
      subject: { kind: 'database', id: header.migration },
      detail: { madeAt: header.at, program: header.program, tables: compared.length, rows, sessions: ended }
    });
    return ended;
  });
  const erasures = await replayErasures(db, { ids: erasedIds, secret, now });
  const audit = await verifyAudit(db, { files: [], secret, now });
  return { header, compared, sessionsEnded, erasures, audit };
}

/**
 * Puts a backup into an empty database, whole or not at all: every table is read again there and compared. Then nobody is
 * signed in, who was erased since is erased again, and the audit log is gone through.
 */
export async function restoreBackup(
  database: Database,
  order: RestoreOrder
): Promise<Result<Restored, RestoreProblem>> {
  let backup: OpenBackup | null = null;
  try {
    const opened = await openBackup(order.path);
    backup = opened;
    const { migration, tables: shapes } = opened.header;
    const loaded = await loadInto(database, { folder: order.folder, migration }, () =>
      loadTables(database, { shapes, incoming: opened.tables() })
    );
    if (!loaded.ok) return loaded;
    return success(await finish(database, opened, { ...order, compared: loaded.value }));
  } catch (error) {
    if (error instanceof BackupDamaged) return failure({ kind: 'damaged', message: error.message });
    throw error;
  } finally {
    backup?.close();
  }
}

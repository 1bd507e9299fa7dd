import { sql } from 'drizzle-orm';
import { openDatabase } from '#lib/server/db/index.ts';

/**
 * A program: loses the connection of a transaction that is under way, and goes on with it (`query`) or ends it
 * (`commit`). Prints what the transaction came to, and whether the pool still answers.
 */
const [, , url = '', next = ''] = process.argv;
const { db, close } = await openDatabase({ databaseUrl: url, dataDir: '' });

const outcome = await db
  .transaction(async (tx) => {
    await tx.execute(sql`select 1`);
    await db.execute(sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and state = 'idle in transaction'`);
    await new Promise((resolve) => setTimeout(resolve, 300));
    if (next === 'query') await tx.execute(sql`select 2`);
  })
  .then(
    () => 'committed',
    () => 'rejected'
  );
for (let query = 0; query < 20; query += 1) await db.execute(sql`select 1`);
console.log(`${outcome}, pool answers`);
await close();

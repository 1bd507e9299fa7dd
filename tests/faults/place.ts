import { openDatabase, type Database } from '#lib/server/db/index.ts';
import { dropDatabaseRoles, makeDatabaseRoles } from '../support/database-roles.ts';
import { embeddedDatabase, serverDatabase, startApp, type AppDatabase } from '../support/running-app.ts';

/** Where the program under fault keeps its data, and how the harness looks past the program. */
export type Place = AppDatabase & {
  /** The embedded database has one process at a time: then only while the program is stopped. */
  look: <Found>(work: (database: Database) => Promise<Found>) => Promise<Found>;
};

type Address = { databaseUrl: string | null; dataDir: string };

async function lookAt<Found>(address: Address, work: (database: Database) => Promise<Found>): Promise<Found> {
  const database = await openDatabase(address);
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

/** The first start of the program: migrations and the sample. */
async function prepared(place: Place): Promise<Place> {
  const app = await startApp(place);
  await app.stop();
  return place;
}

/** A folder of the embedded database, as the first start left it. */
export function embeddedPlace(): Promise<Place> {
  const database = embeddedDatabase();
  const address = { databaseUrl: null, dataDir: database.variables['DATA_DIR'] ?? '' };
  return prepared({ ...database, look: (work) => lookAt(address, work) });
}

/** A database on a server, behind the second wall as operations-security.md has it, as the first start left it. */
export async function serverPlace(serverUrl: string): Promise<Place> {
  const roles = await makeDatabaseRoles(serverUrl);
  const database = await serverDatabase(serverUrl, { roles });
  const asSuperuser = new URL(serverUrl);
  asSuperuser.pathname = new URL(database.variables['DATABASE_URL'] ?? '').pathname;
  const address = { databaseUrl: asSuperuser.href, dataDir: '' };
  return prepared({
    ...database,
    look: (work) => lookAt(address, work),
    remove: async () => {
      await database.remove();
      await dropDatabaseRoles(serverUrl, roles);
    }
  });
}

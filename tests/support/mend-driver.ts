/** Before any test imports the driver; the program does it before it opens a database. */
import { mendPostgresDriver } from '#lib/server/db/mend-postgres-driver.ts';

mendPostgresDriver();

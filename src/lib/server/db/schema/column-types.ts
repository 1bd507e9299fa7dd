import { customType, timestamp } from 'drizzle-orm/pg-core';

/** Postgres `bytea`. Both drivers take and give Uint8Array. */
export const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' });

/** An instant in UTC; every instant in the database has this form. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

import type { SQL } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';

const dialect = new PgDialect();

/** A value as the wire would carry it; what the wire carries in other ways is not for statements without parameters. */
function toText(value: unknown): string | null {
  if (value === null || typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new Error(`A ${typeof value} cannot be spelt out in a statement.`);
}

/**
 * A query as one text without parameters, for statements that take none (COPY, DECLARE). The values are quoted by the
 * server, which knows its own settings: `quote` is given them as a JSON array and answers with literals in their order.
 */
export async function spellOut(query: SQL, quote: (values: string) => Promise<string[]>): Promise<string> {
  const { sql: text, params } = dialect.sqlToQuery(query);
  if (params.length === 0) return text;
  const literals = await quote(JSON.stringify(params.map(toText)));
  let spelt = 0;
  const statement = text.replace(/\$(\d+)/g, (_, place: string) => {
    const literal = literals[Number(place) - 1];
    if (literal === undefined) throw new Error(`The query has no value ${place}.`);
    spelt += 1;
    return literal;
  });
  if (spelt !== params.length) throw new Error('The query holds something that looks like a parameter.');
  return statement;
}

import type postgres from 'postgres';
import { connect } from './connect.ts';
import type { RowStream, StreamRows } from './row-stream.ts';
import { spellOut } from './spell-out.ts';

/**
 * COPY's text format would double every backslash. In its CSV format only three signs matter, and here they are ones that
 * JSON writes as escapes: so the line leaves as it is.
 */
const OPTIONS = {
  csv: `format csv, encoding 'UTF8'`,
  lines: String.raw`format csv, delimiter E'\x02', quote E'\x01', escape E'\x01', encoding 'UTF8'`
} as const;

/** A connection of its own: a reader may take hours, and the pool is for people who wait for a page. */
export const connectToCopy = (url: string) =>
  connect(url, {
    max: 1,
    max_lifetime: null,
    fetch_types: false,
    connection: { application_name: 'footnote-export' }
  });

async function quoteBy(client: postgres.Sql, values: string): Promise<string[]> {
  const rows = await client<{ literal: string }[]>`
    select quote_nullable(given.value) as literal
    from jsonb_array_elements_text(${values}::text::jsonb) with ordinality as given (value, place) order by given.place`;
  return rows.map(({ literal }) => literal);
}

/** Rows by COPY, at the rate of the server: one statement is one snapshot, and its bytes are those of the wire. */
export async function* copyOn(
  client: postgres.Sql,
  { query, as }: RowStream
): AsyncGenerator<Uint8Array, void, undefined> {
  const rows = await spellOut(query, (values) => quoteBy(client, values));
  // eslint-disable-next-line no-restricted-syntax -- COPY takes no parameters; the server has quoted every value
  yield* await client.unsafe(`copy (${rows}) to stdout with (${OPTIONS[as]})`).readable();
}

/** Rows by COPY, each file on a connection of its own. */
export function copyRowsFrom(url: string): StreamRows {
  return async function* copyRows(rows) {
    const client = connectToCopy(url);
    try {
      yield* copyOn(client, rows);
    } finally {
      // At once: where the reader has left, the server notices by the closed connection.
      await client.end({ timeout: 0 });
    }
  };
}

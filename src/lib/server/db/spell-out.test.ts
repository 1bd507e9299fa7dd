import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { spellOut } from './spell-out.ts';

/** Answers as a server would, and remembers what it was asked. */
function server(literals: string[]) {
  const asked: string[] = [];
  const quote = async (values: string) => {
    asked.push(values);
    return literals;
  };
  return { asked, quote };
}

describe('spelling out a query', () => {
  it('puts in the place of each value the literal that the server made of it', async () => {
    const { asked, quote } = server([`'O''Brien'`, 'NULL', `'3'`]);
    const query = sql`select ${"O'Brien"}, ${null} limit ${3}`;
    expect(await spellOut(query, quote)).toBe(`select 'O''Brien', NULL limit '3'`);
    expect(asked).toEqual([`["O'Brien",null,"3"]`]);
  });

  it('takes what looks like a parameter in a literal for text', async () => {
    const { quote } = server([`'$2'`, `'$1 $&'`]);
    expect(await spellOut(sql`select ${'$2'}, ${'$1 $&'}`, quote)).toBe(`select '$2', '$1 $&'`);
  });

  it('asks nothing where there is nothing to quote', async () => {
    const { asked, quote } = server([]);
    expect(await spellOut(sql`select 1`, quote)).toBe('select 1');
    expect(asked).toEqual([]);
  });

  it.each([
    [sql`select '$1', ${1}`, 'The query holds something that looks like a parameter.'],
    [sql`select '$7', ${1}`, 'The query has no value 7.'],
    [sql`select ${new Uint8Array(1)}`, 'A object cannot be spelt out in a statement.']
  ])('refuses what it would have to guess', async (query, message) => {
    await expect(spellOut(query, server([`'1'`]).quote)).rejects.toThrow(message);
  });
});

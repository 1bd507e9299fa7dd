import { sql } from 'drizzle-orm';
import type { BulkTransaction } from '../bulk/bulk-transaction.ts';
import { literal } from '../bulk/copy-text.ts';

const WRAP = sql`create function pg_temp.wrap_table(whole text, key text, rest text, bound text) returns void
language plpgsql as $wrap$
declare
  place constant regclass := format('public.%I', whole)::regclass;
  owner text;
  numbered boolean;
  next_number bigint;
  on_whole text[];
  one text;
begin
  if exists (select from pg_constraint where confrelid = place) then
    raise exception 'rows of other tables refer to %', whole;
  end if;
  execute format('lock table %s in access exclusive mode', place);
  select quote_ident(pg_get_userbyid(relowner)) into owner from pg_class where oid = place;
  select attidentity <> '' into numbered from pg_attribute where attrelid = place and attname = key;
  if numbered then
    execute format('select last_value + is_called::int from %s', pg_get_serial_sequence(place::text, key))
      into next_number;
    execute format('alter table %s alter column %I drop identity', place, key);
  end if;

  select array_agg(statement order by step, name) into on_whole from (
    select case contype when 'p' then 1 else 3 end as step, conname as name,
      format('alter table %s add constraint %I %s', place, conname, pg_get_constraintdef(oid)) as statement
    from pg_constraint where conrelid = place and contype in ('p', 'u', 'f')
    union all
    select 2, indexrelid::regclass::text, pg_get_indexdef(indexrelid) from pg_index
    where indrelid = place and not exists (select from pg_constraint where conindid = indexrelid and conrelid = place)
    union all
    select 4, tgname, pg_get_triggerdef(oid) from pg_trigger where tgrelid = place and not tgisinternal
    union all
    select 5, a.privilege_type, format('grant %s on %s to %s', a.privilege_type, place, coalesce(quote_ident(r.rolname), 'public'))
    from pg_class c cross join aclexplode(c.relacl) a left join pg_roles r on r.oid = a.grantee
    where c.oid = place and a.grantee <> c.relowner
    union all
    select 6, whole, format('alter table %s enable row level security', place) from pg_class where oid = place and relrowsecurity
    union all
    select 7, policyname, format('create policy %I on %s as %s for %s to %s', policyname, place, permissive, cmd,
      (select string_agg(quote_ident(role), ', ') from unnest(roles) role))
      || coalesce(' using (' || qual || ')', '') || coalesce(' with check (' || with_check || ')', '')
    from pg_policies where schemaname = 'public' and tablename = whole
  ) standing;

  for one in
    select format('alter table %s rename constraint %I to %I', place, conname, left(conname, 50) || '_' || left(rest, 12))
    from pg_constraint where conrelid = place and contype in ('p', 'u', 'f')
    union all
    select format('alter index %s rename to %I', indexrelid::regclass, left(c.relname, 50) || '_' || left(rest, 12))
    from pg_index join pg_class c on c.oid = indexrelid
    where indrelid = place and not exists (select from pg_constraint where conindid = indexrelid and conrelid = place)
    union all
    select format('drop trigger %I on %s', tgname, place) from pg_trigger
    where tgrelid = place and not tgisinternal and tgtype & 1 = 1
    union all
    select format('revoke all on %s from %s', place, coalesce(quote_ident(r.rolname), 'public'))
    from pg_class c cross join aclexplode(c.relacl) a left join pg_roles r on r.oid = a.grantee
    where c.oid = place and a.grantee <> c.relowner
    union all
    select format('drop policy %I on %s', policyname, place) from pg_policies where schemaname = 'public' and tablename = whole
  loop
    execute one;
  end loop;

  execute format('alter table public.%I rename to %I', whole, rest);
  execute format('create table public.%I (like public.%I including defaults including constraints including generated
    including storage including comments) partition by range (%I)', whole, rest, key);
  execute format('alter table public.%I owner to %s', whole, owner);
  if numbered then
    execute format('alter table public.%I alter column %I add generated always as identity
      (sequence name public.%I start with %s)', whole, key, whole || '_' || key || '_seq', next_number);
  end if;
  foreach one in array on_whole loop
    execute one;
  end loop;
  execute format('alter table public.%I attach partition public.%I %s', whole, rest, bound);
end $wrap$`;

/** A table that becomes partitioned. `rest`: what it is called as a partition; `bound`: which rows stay in there. */
export type Wrapping = { whole: string; key: string; rest: string; bound: string };

/**
 * Puts a partitioned table of the same name around a table, which becomes its first partition: nothing is copied. What stands
 * on the table (keys, indexes, triggers, rights, policies, numbering) stands on the whole afterwards, by the same names, so
 * that later migrations find it; partitions get it from there. Nobody but the owner has a right on a partition itself, or
 * there would be a way around the policies.
 */
export async function wrapTable(bulk: BulkTransaction, wrapping: Wrapping): Promise<void> {
  const { whole, key, rest, bound } = wrapping;
  const words = sql.join([whole, key, rest, bound].map(literal), sql`, `);
  await bulk.execute(sql`${WRAP}; select pg_temp.wrap_table(${words}); drop function pg_temp.wrap_table`);
}

-- A line break, a tab or a space of no width is no text either.
create function is_blank(words text) returns boolean language sql immutable as $$
  select words is null or words !~ '[^[:space:]\u0085\u00a0\u1680\u2000-\u200d\u2028\u2029\u202f\u205f\u2060\u3000\ufeff]'
$$;
--> statement-breakpoint

-- As before (0003), but texts that are blank count as missing, and a stem and the texts of targets are asked for too.
create or replace function guard_item_version() returns trigger language plpgsql as $$
declare
  faults text;
  lint constant text[] := array['lint_errors', 'lint_warnings', 'lint_rules', 'lint_edition'];
  workflow constant text[] := array['status', 'revision', 'published_at', 'retired_at', 'updated_at', 'updated_by'];
begin
  if tg_op = 'DELETE' then
    if old.status in ('live', 'retired') then
      raise exception 'item version % was published and cannot be removed', old.id using errcode = 'restrict_violation';
    end if;
    return old;
  end if;
  if tg_op = 'UPDATE' and new.id = old.id and new.revision < old.revision then
    raise exception 'the revision of item version % never falls', old.id using errcode = 'restrict_violation';
  end if;
  if tg_op = 'UPDATE' and old.status in ('live', 'retired') then
    if (to_jsonb(new) - lint) = (to_jsonb(old) - lint) then
      return new;
    end if;
    if old.status = 'live' and new.status = 'retired' and new.retired_at is not null
       and (to_jsonb(new) - 'status' - 'retired_at') = (to_jsonb(old) - 'status' - 'retired_at') then
      return new;
    end if;
    raise exception 'item version % was published and cannot be changed', old.id using errcode = 'restrict_violation';
  end if;
  if tg_op = 'UPDATE' and old.status in ('in-review', 'approved') then
    if (to_jsonb(new) - workflow - lint) <> (to_jsonb(old) - workflow - lint) then
      raise exception 'item version % is under review and cannot be changed', old.id using errcode = 'restrict_violation';
    end if;
    if new.status in ('draft', 'changes-asked') and new.revision <= old.revision then
      raise exception 'item version % comes back from review with a new revision', old.id using errcode = 'restrict_violation';
    end if;
  end if;
  if new.status = 'retired' then
    raise exception 'item version % was never live and cannot be retired', new.id using errcode = 'check_violation';
  end if;
  if new.status <> 'live' then
    return new;
  end if;
  select string_agg(fault, ', ') into faults from (
    select 'no stem' as fault where is_blank(new.stem)
    union all
    select 'no objective' where new.objective_id is null
    union all
    select 'no citation' where not exists (select from item_citations c where c.item_version_id = new.id)
    union all
    select 'a citation without its passage' where exists (
      select from item_citations c where c.item_version_id = new.id and is_blank(c.passage))
    union all
    select 'a citation that needs expert review' where exists (
      select from item_citations c where c.item_version_id = new.id and c.verification = 'needs-expert-review')
    union all
    select 'a citation of a retracted reference' where exists (
      select from item_citations c join "references" r on r.id = c.reference_id
        where c.item_version_id = new.id and r.status = 'retracted')
    union all
    select 'fewer than two options' where new.type not in ('numeric', 'short-text') and (
      select count(*) from item_options o where o.item_version_id = new.id) < 2
    union all
    select 'an option without text' where exists (
      select from item_options o where o.item_version_id = new.id and is_blank(o.text))
    union all
    select 'an option without rationale' where exists (
      select from item_options o where o.item_version_id = new.id and is_blank(o.rationale))
    union all
    select 'a target without text' where exists (
      select from item_targets t where t.item_version_id = new.id and is_blank(t.text))
    union all
    select 'an unused target without rationale' where exists (
      select from item_targets t where t.item_version_id = new.id and is_blank(t.rationale)
        and not exists (select from item_options o
          where o.item_version_id = new.id and o.match_target_id = t.target_id))
    union all
    select 'an option whose key does not fit the type' where exists (
      select from item_options o where o.item_version_id = new.id and case new.type
        when 'matching' then o.match_target_id is null
        when 'ordering' then o.key_position is null
        else o.is_key is null end)
    union all
    select 'a number of keys other than asked for' where new.type in ('single', 'multiple', 'true-false') and (
      select count(*) from item_options o where o.item_version_id = new.id and o.is_key) <> new."select"
    union all
    select 'no key' where new.type in ('numeric', 'short-text') and not exists (
      select from item_options o where o.item_version_id = new.id and o.is_key)
    union all
    select 'a number that is none' where new.type = 'numeric' and exists (
      select from item_options o where o.item_version_id = new.id
        and (o.text !~ '^-?[0-9]+([.][0-9]+)?$' or o.tolerance is null or o.tolerance !~ '^[0-9]+([.][0-9]+)?$'))
    union all
    select 'positions of the key that are not 1 to n' where new.type = 'ordering' and (
      select array_agg(o.key_position order by o.key_position) from item_options o where o.item_version_id = new.id)
      is distinct from (
      select array_agg(n::integer) from generate_series(1, (
        select count(*) from item_options o where o.item_version_id = new.id)) n)
    union all
    select 'a writing flaw of level error' where new.lint_errors > 0
    union all
    select 'too few approvals' where not exists (
      select from item_approvals a
        where a.item_version_id = new.id and a.revision = new.revision and a.kind = 'package')
      and (select count(distinct a.approver_id) from item_approvals a
        where a.item_version_id = new.id and a.revision = new.revision and a.kind = 'review'
          and not exists (select from item_version_authors w
            where w.item_version_id = new.id and w.person_id = a.approver_id))
      < (select approvals_needed from review_settings)
  ) as found;
  if faults is not null then
    raise exception 'item version % cannot be published: %', new.id, faults using errcode = 'check_violation';
  end if;
  return new;
end $$;

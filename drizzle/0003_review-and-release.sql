-- What was published keeps the wording of its references, whatever becomes of the library.
alter table activity_version_references disable trigger activity_version_references_guard;
--> statement-breakpoint
update activity_version_references l set csl = r.csl, authors_truncated = r.authors_truncated
  from "references" r, activity_versions v
  where r.id = l.reference_id and v.id = l.activity_version_id and v.published_at is not null;
--> statement-breakpoint
alter table activity_version_references enable trigger activity_version_references_guard;
--> statement-breakpoint
insert into review_settings (id, approvals_needed, updated_at) values (1, 1, now());
--> statement-breakpoint
create trigger review_settings_stay before delete on review_settings
  for each row execute function refuse_change();
--> statement-breakpoint

-- Approvals are evidence: of one revision, by someone who did not write in it, and never changed.
create function guard_item_approval() returns trigger language plpgsql as $$
declare
  version_revision integer;
begin
  select revision into version_revision from item_versions where id = new.item_version_id for share;
  if version_revision is distinct from new.revision then
    raise exception 'item version % is not at revision %', new.item_version_id, new.revision using errcode = 'check_violation';
  end if;
  if new.kind = 'review' and exists (select from item_version_authors a
      where a.item_version_id = new.item_version_id and a.person_id = new.approver_id) then
    raise exception 'an author of item version % cannot approve it', new.item_version_id using errcode = 'check_violation';
  end if;
  if new.kind = 'package' and exists (select from item_version_authors a
      where a.item_version_id = new.item_version_id) then
    raise exception 'item version % was written here and is not approved by a package', new.item_version_id
      using errcode = 'check_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger item_approvals_guard before insert on item_approvals
  for each row execute function guard_item_approval();
--> statement-breakpoint
create trigger item_approvals_append_only before update or delete on item_approvals
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger item_approvals_no_truncate before truncate on item_approvals
  for each statement execute function refuse_change();
--> statement-breakpoint
create trigger item_version_authors_append_only before update or delete on item_version_authors
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger item_version_authors_no_truncate before truncate on item_version_authors
  for each statement execute function refuse_change();
--> statement-breakpoint

-- The content of a version in review or approved stands still; it comes back to its author with a new revision, which no
-- approval names. It goes live only when it is whole and approved; once live, it can only be retired (and linted again).
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
    select 'no objective' as fault where new.objective_id is null
    union all
    select 'no citation' where not exists (select from item_citations c where c.item_version_id = new.id)
    union all
    select 'a citation without its passage' where exists (
      select from item_citations c where c.item_version_id = new.id and btrim(c.passage) = '')
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
      select from item_options o where o.item_version_id = new.id and btrim(o.text) = '')
    union all
    select 'an option without rationale' where exists (
      select from item_options o where o.item_version_id = new.id and btrim(o.rationale) = '')
    union all
    select 'an unused target without rationale' where exists (
      select from item_targets t where t.item_version_id = new.id and coalesce(btrim(t.rationale), '') = ''
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
--> statement-breakpoint
create or replace function guard_item_version_part() returns trigger language plpgsql as $$
declare
  version_id uuid := case when tg_op = 'DELETE' then old.item_version_id else new.item_version_id end;
  version_status text;
begin
  if tg_op = 'UPDATE' and old.item_version_id <> new.item_version_id then
    raise exception 'a part of an item version cannot move to another one' using errcode = 'restrict_violation';
  end if;
  select status into version_status from item_versions where id = version_id for share;
  if version_status in ('live', 'retired') then
    raise exception 'item version % was published and cannot be changed', version_id using errcode = 'restrict_violation';
  end if;
  if version_status in ('in-review', 'approved') then
    raise exception 'item version % is under review and cannot be changed', version_id using errcode = 'restrict_violation';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end $$;
--> statement-breakpoint

-- An activity version goes live only when all who changed it have declared, relevant relationships are mitigated, and no
-- section leans on a retracted reference.
create function guard_activity_release() returns trigger language plpgsql as $$
declare
  faults text;
begin
  if new.status <> 'live' or (tg_op = 'UPDATE' and old.status = 'live') then
    return new;
  end if;
  select string_agg(fault, ', ') into faults from (
    select 'an editor without a disclosure' as fault where exists (
      select from activity_editors e where e.activity_version_id = new.id and not exists (
        select from faculty_disclosures d where d.activity_version_id = new.id
          and d.person_id = e.person_id and d.declared_on is not null))
    union all
    select 'a relationship that is not mitigated' where exists (
      select from financial_relationships f where f.activity_version_id = new.id
        and (f.relevant is null or (f.relevant and (btrim(f.mitigation) = '' or f.mitigated_on is null))))
    union all
    select 'a section that cites a retracted reference' where exists (
      select from lesson_citations c join lesson_sections s on s.id = c.section_id
        join "references" r on r.id = c.reference_id
        where s.lesson_id = new.lesson_id and r.status = 'retracted')
  ) as found;
  if faults is not null then
    raise exception 'activity version % cannot be published: %', new.id, faults using errcode = 'check_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger activity_versions_release before insert or update on activity_versions
  for each row execute function guard_activity_release();
--> statement-breakpoint
create trigger financial_relationships_guard before insert or update or delete on financial_relationships
  for each row execute function guard_activity_version_part();
--> statement-breakpoint
create trigger activity_editors_guard before insert or update or delete on activity_editors
  for each row execute function guard_activity_version_part();

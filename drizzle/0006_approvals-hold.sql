-- An approval is of what the reviewer read. It is given while the content stands still; content that was approved changes
-- under a new revision only, which the approval does not name.
create or replace function guard_item_approval() returns trigger language plpgsql as $$
declare
  version_revision integer;
  version_status text;
begin
  select revision, status into version_revision, version_status
    from item_versions where id = new.item_version_id for share;
  if version_revision is distinct from new.revision then
    raise exception 'item version % is not at revision %', new.item_version_id, new.revision using errcode = 'check_violation';
  end if;
  if new.kind = 'review' and version_status not in ('in-review', 'approved') then
    raise exception 'item version % is not under review', new.item_version_id using errcode = 'check_violation';
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
create function guard_approved_content() returns trigger language plpgsql as $$
declare
  beside constant text[] := array['status', 'revision', 'published_at', 'retired_at', 'updated_at', 'updated_by',
    'lint_errors', 'lint_warnings', 'lint_rules', 'lint_edition'];
begin
  if new.revision = old.revision and (to_jsonb(new) - beside) <> (to_jsonb(old) - beside) and exists (
      select from item_approvals a where a.item_version_id = old.id and a.revision = old.revision) then
    raise exception 'item version % was approved at revision % and changes under a new one', old.id, old.revision
      using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger item_versions_guard_approved before update on item_versions
  for each row execute function guard_approved_content();
--> statement-breakpoint
create or replace function guard_item_version_part() returns trigger language plpgsql as $$
declare
  version_id uuid := case when tg_op = 'DELETE' then old.item_version_id else new.item_version_id end;
  version_status text;
  version_revision integer;
begin
  if tg_op = 'UPDATE' and old.item_version_id <> new.item_version_id then
    raise exception 'a part of an item version cannot move to another one' using errcode = 'restrict_violation';
  end if;
  select status, revision into version_status, version_revision
    from item_versions where id = version_id for share;
  if version_status in ('live', 'retired') then
    raise exception 'item version % was published and cannot be changed', version_id using errcode = 'restrict_violation';
  end if;
  if version_status in ('in-review', 'approved') then
    raise exception 'item version % is under review and cannot be changed', version_id using errcode = 'restrict_violation';
  end if;
  if exists (select from item_approvals a
      where a.item_version_id = version_id and a.revision = version_revision) then
    raise exception 'item version % was approved at revision % and changes under a new one', version_id, version_revision
      using errcode = 'restrict_violation';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end $$;

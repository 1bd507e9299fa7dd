ALTER TABLE "item_version_authors" DROP CONSTRAINT "item_version_authors_item_version_id_item_versions_id_fk";
--> statement-breakpoint
ALTER TABLE "item_version_authors" ADD CONSTRAINT "item_version_authors_item_version_id_item_versions_id_fk" FOREIGN KEY ("item_version_id") REFERENCES "public"."item_versions"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint

-- Whoever starts a version or changes its content is its author, whichever way the change was made: one at a time, many at
-- once, or past the application. Steps of review change no content, and make nobody an author.
create function record_item_author() returns trigger language plpgsql as $$
declare
  beside constant text[] := array['status', 'revision', 'published_at', 'retired_at', 'updated_at', 'updated_by',
    'lint_errors', 'lint_warnings', 'lint_rules', 'lint_edition'];
  writer uuid := case when tg_op = 'INSERT' then new.created_by else new.updated_by end;
begin
  if writer is null then
    return null;
  end if;
  if tg_op = 'UPDATE' then
    if (to_jsonb(new) - beside) = (to_jsonb(old) - beside)
        and (new.revision = old.revision or new.status <> old.status) then
      return null;
    end if;
  end if;
  insert into item_version_authors (item_version_id, person_id) values (new.id, writer) on conflict do nothing;
  return null;
end $$;
--> statement-breakpoint
create trigger item_versions_record_author after insert or update on item_versions
  for each row execute function record_item_author();
--> statement-breakpoint

-- An author stays an author for as long as there is a version to approve; the row goes with its version only.
create function guard_item_version_author() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and not exists (select from item_versions v where v.id = old.item_version_id) then
    return old;
  end if;
  raise exception 'item_version_authors rows are never changed or removed but with their version'
    using errcode = 'restrict_violation';
end $$;
--> statement-breakpoint
drop trigger item_version_authors_append_only on item_version_authors;
--> statement-breakpoint
create trigger item_version_authors_append_only before update or delete on item_version_authors
  for each row execute function guard_item_version_author();
--> statement-breakpoint

-- Those who wrote before this was recorded: by starting a version, or by changing many at once.
insert into item_version_authors (item_version_id, person_id)
  select id, created_by from item_versions where created_by is not null
  on conflict do nothing;
--> statement-breakpoint
insert into item_version_authors (item_version_id, person_id)
  select distinct v.id, c.made_by
  from bulk_changes c
    cross join lateral jsonb_array_elements(c.entries) entry
    join item_versions v on v.id = (entry ->> 'versionId')::uuid
  where c.kind in ('objective', 'difficulty')
  on conflict do nothing;

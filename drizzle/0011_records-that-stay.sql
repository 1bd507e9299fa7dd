insert into reference_settings (id, looks_up, updated_at) values (1, false, now());
--> statement-breakpoint
create trigger reference_settings_stay before delete on reference_settings
  for each row execute function refuse_change();
--> statement-breakpoint

-- What an item leaned on when it went live keeps its wording, whatever becomes of the library.
create function keep_item_references() returns trigger language plpgsql as $$
begin
  insert into item_version_references (item_version_id, reference_id, csl, authors_truncated)
    select distinct new.id, r.id, r.csl, r.authors_truncated
    from item_citations c join "references" r on r.id = c.reference_id
    where c.item_version_id = new.id
    on conflict do nothing;
  return null;
end $$;
--> statement-breakpoint
create trigger item_versions_keep_references after insert or update of status on item_versions
  for each row when (new.status = 'live') execute function keep_item_references();
--> statement-breakpoint
insert into item_version_references (item_version_id, reference_id, csl, authors_truncated)
  select distinct n.id, r.id, r.csl, r.authors_truncated
  from item_versions n join item_citations c on c.item_version_id = n.id join "references" r on r.id = c.reference_id
  where n.status in ('live', 'retired')
  on conflict do nothing;
--> statement-breakpoint
create trigger item_version_references_stay before update or delete on item_version_references
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger item_version_references_no_truncate before truncate on item_version_references
  for each statement execute function refuse_change();

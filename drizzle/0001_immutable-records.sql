-- Records that must read in six years as they do today: the database refuses to change them, whoever asks.

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% rows are never changed or removed', tg_table_name using errcode = 'restrict_violation';
end $$;
--> statement-breakpoint
create trigger audit_events_append_only before update or delete on audit_events
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger audit_events_no_truncate before truncate on audit_events
  for each statement execute function refuse_change();
--> statement-breakpoint
create trigger completions_append_only before update or delete on completions
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger completions_no_truncate before truncate on completions
  for each statement execute function refuse_change();
--> statement-breakpoint
create trigger credits_append_only before update or delete on credits
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger credits_no_truncate before truncate on credits
  for each statement execute function refuse_change();
--> statement-breakpoint
create trigger certificates_append_only before update or delete on certificates
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger certificates_no_truncate before truncate on certificates
  for each statement execute function refuse_change();
--> statement-breakpoint
create trigger accreditation_statements_append_only before update or delete on accreditation_statements
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger accreditation_statements_no_truncate before truncate on accreditation_statements
  for each statement execute function refuse_change();
--> statement-breakpoint

-- An item version goes live only when it is whole; once live, it can only be retired.
create function guard_item_version() returns trigger language plpgsql as $$
declare
  faults text;
begin
  if tg_op = 'DELETE' then
    if old.status in ('live', 'retired') then
      raise exception 'item version % was published and cannot be removed', old.id using errcode = 'restrict_violation';
    end if;
    return old;
  end if;
  if tg_op = 'UPDATE' and old.status in ('live', 'retired') then
    if old.status = 'live' and new.status = 'retired' and new.retired_at is not null
       and (to_jsonb(new) - 'status' - 'retired_at') = (to_jsonb(old) - 'status' - 'retired_at') then
      return new;
    end if;
    raise exception 'item version % was published and cannot be changed', old.id using errcode = 'restrict_violation';
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
    select 'fewer than two options' where (
      select count(*) from item_options o where o.item_version_id = new.id) < 2
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
    select 'a number of keys other than asked for' where new.type in ('single', 'multiple') and (
      select count(*) from item_options o where o.item_version_id = new.id and o.is_key) <> new."select"
    union all
    select 'positions of the key that are not 1 to n' where new.type = 'ordering' and (
      select array_agg(o.key_position order by o.key_position) from item_options o where o.item_version_id = new.id)
      is distinct from (
      select array_agg(n::integer) from generate_series(1, (
        select count(*) from item_options o where o.item_version_id = new.id)) n)
  ) as found;
  if faults is not null then
    raise exception 'item version % cannot be published: %', new.id, faults using errcode = 'check_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger item_versions_guard before insert or update or delete on item_versions
  for each row execute function guard_item_version();
--> statement-breakpoint

-- The lock makes publishing wait for an edit under way, and the other way round.
create function guard_item_version_part() returns trigger language plpgsql as $$
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
  if tg_op = 'DELETE' then return old; end if;
  return new;
end $$;
--> statement-breakpoint
create trigger item_options_guard before insert or update or delete on item_options
  for each row execute function guard_item_version_part();
--> statement-breakpoint
create trigger item_targets_guard before insert or update or delete on item_targets
  for each row execute function guard_item_version_part();
--> statement-breakpoint
create trigger item_citations_guard before insert or update or delete on item_citations
  for each row execute function guard_item_version_part();
--> statement-breakpoint

-- A published activity version is frozen with all of its parts; it can only be retired.
create function guard_activity_version() returns trigger language plpgsql as $$
begin
  if old.published_at is null then
    if tg_op = 'DELETE' then return old; end if;
    return new;
  end if;
  if tg_op = 'UPDATE' and old.status = 'live' and new.status = 'retired'
     and (to_jsonb(new) - 'status') = (to_jsonb(old) - 'status') then
    return new;
  end if;
  raise exception 'activity version % was published and cannot be changed', old.id using errcode = 'restrict_violation';
end $$;
--> statement-breakpoint
create trigger activity_versions_guard before update or delete on activity_versions
  for each row execute function guard_activity_version();
--> statement-breakpoint
alter table activity_versions add constraint activity_versions_live_is_published
  check (status = 'draft' or published_at is not null);
--> statement-breakpoint
create function guard_activity_version_part() returns trigger language plpgsql as $$
declare
  version_id uuid := case when tg_op = 'DELETE' then old.activity_version_id else new.activity_version_id end;
begin
  if exists (select from activity_versions where id = version_id and published_at is not null for share) then
    raise exception 'activity version % was published; its % cannot be changed', version_id, tg_table_name
      using errcode = 'restrict_violation';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end $$;
--> statement-breakpoint
create trigger activity_version_objectives_guard before insert or update or delete on activity_version_objectives
  for each row execute function guard_activity_version_part();
--> statement-breakpoint
create trigger activity_version_references_guard before insert or update or delete on activity_version_references
  for each row execute function guard_activity_version_part();
--> statement-breakpoint
create trigger faculty_disclosures_guard before insert or update or delete on faculty_disclosures
  for each row execute function guard_activity_version_part();
--> statement-breakpoint
create trigger assessments_guard before insert or update or delete on assessments
  for each row execute function guard_activity_version_part();
--> statement-breakpoint
create trigger evaluation_forms_guard before insert or update or delete on evaluation_forms
  for each row execute function guard_activity_version_part();
--> statement-breakpoint
create function guard_assessment_part() returns trigger language plpgsql as $$
declare
  part_of uuid := case when tg_op = 'DELETE' then old.assessment_id else new.assessment_id end;
begin
  if exists (select from assessments a join activity_versions v on v.id = a.activity_version_id
             where a.id = part_of and v.published_at is not null for share of v) then
    raise exception 'the activity version of assessment % was published; its % cannot be changed', part_of, tg_table_name
      using errcode = 'restrict_violation';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end $$;
--> statement-breakpoint
create trigger blueprint_cells_guard before insert or update or delete on blueprint_cells
  for each row execute function guard_assessment_part();
--> statement-breakpoint
create trigger assessment_fixed_items_guard before insert or update or delete on assessment_fixed_items
  for each row execute function guard_assessment_part();
--> statement-breakpoint
create function guard_lesson_section() returns trigger language plpgsql as $$
declare
  part_of uuid := case when tg_op = 'DELETE' then old.lesson_id else new.lesson_id end;
begin
  if exists (select from activity_versions where lesson_id = part_of and published_at is not null for share) then
    raise exception 'lesson % was published and cannot be changed', part_of using errcode = 'restrict_violation';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end $$;
--> statement-breakpoint
create trigger lesson_sections_guard before insert or update or delete on lesson_sections
  for each row execute function guard_lesson_section();
--> statement-breakpoint
create function guard_lesson_section_part() returns trigger language plpgsql as $$
declare
  part_of uuid := case when tg_op = 'DELETE' then old.section_id else new.section_id end;
begin
  if exists (select from lesson_sections s join activity_versions v on v.lesson_id = s.lesson_id
             where s.id = part_of and v.published_at is not null for share of v) then
    raise exception 'the lesson of section % was published; its % cannot be changed', part_of, tg_table_name
      using errcode = 'restrict_violation';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end $$;
--> statement-breakpoint
create trigger lesson_section_objectives_guard before insert or update or delete on lesson_section_objectives
  for each row execute function guard_lesson_section_part();
--> statement-breakpoint
create trigger lesson_figures_guard before insert or update or delete on lesson_figures
  for each row execute function guard_lesson_section_part();
--> statement-breakpoint
create trigger lesson_citations_guard before insert or update or delete on lesson_citations
  for each row execute function guard_lesson_section_part();
--> statement-breakpoint

-- What was submitted stays as it was submitted; a drawn form is never drawn again.
create function guard_attempt() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.state = 'submitted' then
    raise exception 'attempt % cannot be changed after it was submitted, nor removed', old.id
      using errcode = 'restrict_violation';
  end if;
  if (new.assessment_id, new.person_id, new.ordinal, new.seed, new.started_at, new.items_total)
     is distinct from (old.assessment_id, old.person_id, old.ordinal, old.seed, old.started_at, old.items_total) then
    raise exception 'the form of attempt % cannot be changed', old.id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger attempts_guard before update or delete on attempts
  for each row execute function guard_attempt();
--> statement-breakpoint
create function guard_attempt_item() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or (to_jsonb(new) - 'flagged' - 'ruled_out') <> (to_jsonb(old) - 'flagged' - 'ruled_out') then
    raise exception 'the form of attempt % cannot be changed', old.attempt_id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger attempt_items_guard before update or delete on attempt_items
  for each row execute function guard_attempt_item();
--> statement-breakpoint
create function guard_response() returns trigger language plpgsql as $$
declare
  attempt_state text;
begin
  if tg_op = 'DELETE' then
    raise exception 'a response is never removed' using errcode = 'restrict_violation';
  end if;
  if tg_op = 'UPDATE' and ((new.attempt_id, new.position) is distinct from (old.attempt_id, old.position)
     or new.sequence <= old.sequence) then
    raise exception 'a response is changed in place, with a higher sequence' using errcode = 'restrict_violation';
  end if;
  select state into attempt_state from attempts where id = new.attempt_id for share;
  if attempt_state is distinct from 'in-progress' then
    raise exception 'attempt % was submitted and takes no responses', new.attempt_id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger responses_guard before insert or update or delete on responses
  for each row execute function guard_response();

-- The row by which a completion is found follows its sources, whoever writes them. A statement refreshes its rows at once,
-- so that a thousand cost little more than one; what would stay as it is is not written.

create function refresh_completion_summaries(ids uuid[]) returns void language sql as $$
  insert into completion_summaries as kept (completion_id, person_id, activity_id, activity_version_id, completed_on,
    profession, country, credit_rule_id, quarter_credits, is_revoked, score_percent, sort_name, name_words)
  select c.id, c.person_id, v.activity_id, c.activity_version_id, c.completed_on,
    coalesce(p.profession, ''), coalesce(p.country, ''), k.credit_rule_id, k.quarter_credits, r.certificate_id is not null,
    coalesce(100 * t.items_correct / nullif(t.items_total - t.items_dropped, 0), 0),
    lower(btrim(coalesce(p.family_name, '') || ' ' || coalesce(p.given_name, ''))),
    to_tsvector('simple', concat_ws(' ', p.given_name, p.family_name, d.document ->> 'holder'))
  from completions c
  join activity_versions v on v.id = c.activity_version_id
  join attempts t on t.id = c.attempt_id
  left join profiles p on p.person_id = c.person_id
  left join credits k on k.completion_id = c.id
    and not exists (select from credits later where later.supersedes_id = k.id)
  left join certificates d on d.credit_id = k.id
    and not exists (select from certificates later where later.supersedes_id = d.id)
  left join certificate_revocations r on r.certificate_id = d.id
  where c.id = any (ids)
  on conflict (completion_id) do update set
    profession = excluded.profession, country = excluded.country, credit_rule_id = excluded.credit_rule_id,
    quarter_credits = excluded.quarter_credits, is_revoked = excluded.is_revoked, score_percent = excluded.score_percent,
    sort_name = excluded.sort_name, name_words = excluded.name_words
  where (kept.profession, kept.country, kept.credit_rule_id, kept.quarter_credits, kept.is_revoked, kept.score_percent,
      kept.sort_name, kept.name_words)
    is distinct from (excluded.profession, excluded.country, excluded.credit_rule_id, excluded.quarter_credits,
      excluded.is_revoked, excluded.score_percent, excluded.sort_name, excluded.name_words)
$$;
--> statement-breakpoint
select refresh_completion_summaries(array(select id from completions));
--> statement-breakpoint
create function summarise_completions() returns trigger language plpgsql as $$
begin
  perform refresh_completion_summaries(array(select id from added));
  return null;
end $$;
--> statement-breakpoint
create trigger completions_summarise after insert on completions
  referencing new table as added for each statement execute function summarise_completions();
--> statement-breakpoint
create function summarise_credits() returns trigger language plpgsql as $$
begin
  perform refresh_completion_summaries(array(select distinct completion_id from added));
  return null;
end $$;
--> statement-breakpoint
create trigger credits_summarise after insert on credits
  referencing new table as added for each statement execute function summarise_credits();
--> statement-breakpoint
create function summarise_certificates() returns trigger language plpgsql as $$
begin
  perform refresh_completion_summaries(array(
    select distinct k.completion_id from added join credits k on k.id = added.credit_id));
  return null;
end $$;
--> statement-breakpoint
create trigger certificates_summarise after insert on certificates
  referencing new table as added for each statement execute function summarise_certificates();
--> statement-breakpoint
create function summarise_revocations() returns trigger language plpgsql as $$
begin
  perform refresh_completion_summaries(array(
    select distinct k.completion_id from added
    join certificates d on d.id = added.certificate_id join credits k on k.id = d.credit_id));
  return null;
end $$;
--> statement-breakpoint
create trigger certificate_revocations_summarise after insert on certificate_revocations
  referencing new table as added for each statement execute function summarise_revocations();
--> statement-breakpoint
create function summarise_profiles() returns trigger language plpgsql as $$
begin
  perform refresh_completion_summaries(array(
    select c.id from added join completions c on c.person_id = added.person_id));
  return null;
end $$;
--> statement-breakpoint
create trigger profiles_summarise_added after insert on profiles
  referencing new table as added for each statement execute function summarise_profiles();
--> statement-breakpoint
create trigger profiles_summarise_changed after update on profiles
  referencing new table as added for each statement execute function summarise_profiles();
--> statement-breakpoint
create function summarise_regrades() returns trigger language plpgsql as $$
begin
  perform refresh_completion_summaries(array(
    select c.id from regraded join completions c on c.attempt_id = regraded.id
    join scored_before on scored_before.id = regraded.id
    where (scored_before.items_correct, scored_before.items_dropped)
      is distinct from (regraded.items_correct, regraded.items_dropped)));
  return null;
end $$;
--> statement-breakpoint
create trigger attempts_summarise after update on attempts
  referencing old table as scored_before new table as regraded
  for each statement execute function summarise_regrades();
--> statement-breakpoint

-- The score of an attempt that was submitted changes only as a row of regrade_changes says, and nothing else of it does.
create or replace function guard_attempt() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'attempt % cannot be removed', old.id using errcode = 'restrict_violation';
  end if;
  if old.state = 'submitted' then
    if (to_jsonb(new) - 'items_correct' - 'items_dropped' - 'passed')
         = (to_jsonb(old) - 'items_correct' - 'items_dropped' - 'passed')
       and exists (select from regrade_changes g where g.attempt_id = old.id
         and (g.correct_before, g.dropped_before) = (old.items_correct, old.items_dropped)
         and (g.correct_after, g.dropped_after) = (new.items_correct, new.items_dropped)
         and g.passed_before is not distinct from old.passed and g.passed_after is not distinct from new.passed) then
      return new;
    end if;
    raise exception 'attempt % cannot be changed after it was submitted', old.id using errcode = 'restrict_violation';
  end if;
  if (new.assessment_id, new.person_id, new.ordinal, new.seed, new.started_at, new.items_total)
     is distinct from (old.assessment_id, old.person_id, old.ordinal, old.seed, old.started_at, old.items_total) then
    raise exception 'the form of attempt % cannot be changed', old.id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint

-- Whether a response is right may follow a regrade of its item version; what was responded never changes with it.
create or replace function guard_response() returns trigger language plpgsql as $$
declare
  attempt_state text;
begin
  if tg_op = 'DELETE' then
    raise exception 'a response is never removed' using errcode = 'restrict_violation';
  end if;
  if tg_op = 'UPDATE' and (to_jsonb(new) - 'correct') = (to_jsonb(old) - 'correct') then
    if exists (select from attempt_items i join regrades g on g.item_version_id = i.item_version_id
        where i.attempt_id = old.attempt_id and i.position = old.position) then
      return new;
    end if;
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

-- A regrade is decided once and undone once; everything else here is only added to.
create function guard_regrade() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.undone_at is null and new.undone_at is not null
     and (to_jsonb(new) - 'undone_at' - 'undone_by' - 'undo_reason')
       = (to_jsonb(old) - 'undone_at' - 'undone_by' - 'undo_reason') then
    return new;
  end if;
  raise exception 'regrade % was decided and cannot be changed', old.id using errcode = 'restrict_violation';
end $$;
--> statement-breakpoint
create trigger regrades_guard before update or delete on regrades
  for each row execute function guard_regrade();
--> statement-breakpoint
create trigger regrades_no_truncate before truncate on regrades
  for each statement execute function refuse_change();
--> statement-breakpoint
create trigger regrade_changes_append_only before update or delete on regrade_changes
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger regrade_changes_no_truncate before truncate on regrade_changes
  for each statement execute function refuse_change();
--> statement-breakpoint
create trigger mapping_versions_append_only before update or delete on mapping_versions
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger report_submissions_append_only before update or delete on report_submissions
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger report_submission_rows_append_only before update or delete on report_submission_rows
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger report_answers_append_only before update or delete on report_answers
  for each row execute function refuse_change();

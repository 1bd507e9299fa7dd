-- An activity version goes live only when all who changed it have declared (on a day that has come, no more than 24 months
-- ago), every relationship is named and dealt with, a form is to be passed, none tells its keys, and no section leans on a
-- retracted reference. Days are those of the publication, in UTC.
create or replace function guard_activity_release() returns trigger language plpgsql as $$
declare
  faults text;
  today date := (coalesce(new.published_at, now()) at time zone 'utc')::date;
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
    select 'a disclosure of a day that is still to come' where exists (
      select from faculty_disclosures d where d.activity_version_id = new.id and d.declared_on > today)
    union all
    -- A day more than the rule, whose February 29 becomes March 1.
    select 'a disclosure that is older than 24 months' where exists (
      select from faculty_disclosures d where d.activity_version_id = new.id
        and d.declared_on + interval '2 years 1 day' < today)
    union all
    select 'a relationship without its kind' where exists (
      select from financial_relationships f where f.activity_version_id = new.id and f.kind is null)
    union all
    -- The words of an exception begin so (src/lib/domain/activity/owner-exception.ts).
    select 'an owner or employee of a company without an exception' where exists (
      select from financial_relationships f where f.activity_version_id = new.id
        and f.kind in ('owner', 'employee') and not f.ended and f.mitigation not like 'Exception: %')
    union all
    select 'a relationship that is not mitigated' where exists (
      select from financial_relationships f where f.activity_version_id = new.id
        and (f.relevant is null or (f.relevant and (btrim(f.mitigation) = '' or f.mitigated_on is null))))
    union all
    select 'a mitigation of a day that is still to come' where exists (
      select from financial_relationships f where f.activity_version_id = new.id
        and f.relevant and f.mitigated_on > today)
    union all
    select 'no assessment that has to be passed' where not exists (
      select from assessments a where a.activity_version_id = new.id and a.kind = 'assessment'
        and a.passing_percent is not null and a.required_for_completion)
    union all
    select 'a form that tells the keys of the assessment' where exists (
      select from assessments a join assessments credit
          on credit.activity_version_id = a.activity_version_id and credit.kind = 'assessment'
        where a.activity_version_id = new.id and a.feedback = 'after-each-item' and a.bank_id = credit.bank_id)
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

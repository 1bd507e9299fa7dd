-- Credit is designated in advance: nobody attests what was published already (cme-rules.md §0.1).
create function guard_attestation() returns trigger language plpgsql as $$
begin
  if not exists (select from activity_versions where id = new.activity_version_id and published_at is null for share) then
    raise exception 'activity version % is no draft: nothing is attested in retrospect', new.activity_version_id
      using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger accreditation_attestations_in_advance before insert on accreditation_attestations
  for each row execute function guard_attestation();
--> statement-breakpoint

-- An accredited version goes live only under the newest attestation of it, while provider, dates, minutes and credit are
-- those that were attested. The names of the facts are those of the domain (accreditation/attestation.ts).
create function guard_accredited_release() returns trigger language plpgsql as $$
declare
  attested accreditation_attestations;
begin
  if new.status <> 'live' or (tg_op = 'UPDATE' and old.status = 'live') then
    return new;
  end if;
  if exists (select from accreditation_statements where id = new.accreditation_statement_id and mode = 'demonstration') then
    return new;
  end if;
  select * into attested from accreditation_attestations
    where activity_version_id = new.id order by attested_at desc, id desc limit 1;
  if attested.id is null or attested.accreditation_statement_id <> new.accreditation_statement_id then
    raise exception 'activity version % cannot be published: an accreditation that nobody attested', new.id
      using errcode = 'check_violation';
  end if;
  if attested.provider_version_id is distinct from
       (select id from provider_versions order by recorded_at desc, id desc limit 1)
     or attested.facts is distinct from jsonb_build_object(
       'providerVersionId', attested.provider_version_id,
       'format', new.format,
       'estimatedMinutes', new.estimated_minutes,
       'releaseDate', new.release_date,
       'expiryDate', new.expiry_date,
       'maximumQuarterCredits', new.maximum_quarter_credits,
       'offers', coalesce((
         select jsonb_agg(credit_rule_id || '=' || maximum_quarter_credits order by credit_rule_id)
         from activity_credit_offers where activity_version_id = new.id), '[]')) then
    raise exception 'activity version % cannot be published: an accreditation that is not as it was attested', new.id
      using errcode = 'check_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger activity_versions_accredited_release before insert or update on activity_versions
  for each row execute function guard_accredited_release();

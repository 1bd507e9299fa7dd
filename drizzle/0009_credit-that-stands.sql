-- What was stated, awarded, signed or revoked stays; a correction is a new row beside the old one.

create trigger provider_versions_append_only before update or delete on provider_versions
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger provider_versions_no_truncate before truncate on provider_versions
  for each statement execute function refuse_change();
--> statement-breakpoint
create trigger credit_rules_append_only before update or delete on credit_rules
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger credit_rules_no_truncate before truncate on credit_rules
  for each statement execute function refuse_change();
--> statement-breakpoint
create trigger accreditation_attestations_append_only before update or delete on accreditation_attestations
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger accreditation_attestations_no_truncate before truncate on accreditation_attestations
  for each statement execute function refuse_change();
--> statement-breakpoint
create trigger certificate_revocations_append_only before update or delete on certificate_revocations
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger certificate_revocations_no_truncate before truncate on certificate_revocations
  for each statement execute function refuse_change();
--> statement-breakpoint
create trigger verification_grants_append_only before update or delete on verification_grants
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger verification_grants_no_truncate before truncate on verification_grants
  for each statement execute function refuse_change();
--> statement-breakpoint
create trigger badges_append_only before update or delete on badges
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger badges_no_truncate before truncate on badges
  for each statement execute function refuse_change();
--> statement-breakpoint
create trigger reporting_permissions_append_only before update or delete on reporting_permissions
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger reporting_permissions_no_truncate before truncate on reporting_permissions
  for each statement execute function refuse_change();
--> statement-breakpoint

-- Offers and images of a published version are part of what its certificates rest on.
create trigger activity_credit_offers_guard before insert or update or delete on activity_credit_offers
  for each row execute function guard_activity_version_part();
--> statement-breakpoint
create trigger activity_certificate_images_guard before insert or update or delete on activity_certificate_images
  for each row execute function guard_activity_version_part();
--> statement-breakpoint

-- A correction belongs to the same person and completion as the credit which it supersedes.
create function guard_credit_correction() returns trigger language plpgsql as $$
begin
  if new.supersedes_id is not null and not exists (
    select from credits c where c.id = new.supersedes_id
      and (c.person_id, c.activity_version_id, c.completion_id)
        = (new.person_id, new.activity_version_id, new.completion_id)) then
    raise exception 'credit % does not correct a credit of the same completion', new.id using errcode = 'check_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger credits_correction_guard before insert on credits
  for each row execute function guard_credit_correction();
--> statement-breakpoint

-- A corrected document belongs to the same person, and to the same credit or the one that corrects it.
create function guard_certificate_correction() returns trigger language plpgsql as $$
begin
  if not exists (select from credits c where c.id = new.credit_id and c.person_id = new.person_id) then
    raise exception 'certificate % is not for the person of its credit', new.id using errcode = 'check_violation';
  end if;
  if new.supersedes_id is not null and not exists (
    select from certificates former join credits c on c.id = new.credit_id
    where former.id = new.supersedes_id and former.person_id = new.person_id
      and (former.credit_id = c.id or former.credit_id = c.supersedes_id)) then
    raise exception 'certificate % does not correct a document of the same credit', new.id
      using errcode = 'check_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger certificates_correction_guard before insert on certificates
  for each row execute function guard_certificate_correction();

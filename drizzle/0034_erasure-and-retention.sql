CREATE TABLE "erasures" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	"requested_by" uuid,
	"reason" text DEFAULT '' NOT NULL,
	"finished_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "retained_credit_records" (
	"completion_id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"activity_version_id" uuid NOT NULL,
	"completed_on" date NOT NULL,
	"quarter_credits" integer,
	"record_hash" text NOT NULL,
	"sealed_record" "bytea",
	"plain_record" jsonb,
	"keep_until" date NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "retained_credit_records_one_form" CHECK (("retained_credit_records"."sealed_record" is null) <> ("retained_credit_records"."plain_record" is null))
);
--> statement-breakpoint
CREATE TABLE "retention_settings" (
	"id" integer PRIMARY KEY NOT NULL,
	"credit_record_years" integer NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"updated_by" uuid,
	CONSTRAINT "retention_settings_one_row" CHECK ("retention_settings"."id" = 1),
	CONSTRAINT "retention_settings_years_range" CHECK ("retention_settings"."credit_record_years" between 6 and 30)
);
--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "erased_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "erasures" ADD CONSTRAINT "erasures_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "erasures" ADD CONSTRAINT "erasures_requested_by_people_id_fk" FOREIGN KEY ("requested_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retained_credit_records" ADD CONSTRAINT "retained_credit_records_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retained_credit_records" ADD CONSTRAINT "retained_credit_records_completion_fk" FOREIGN KEY ("completion_id") REFERENCES "public"."completions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retained_credit_records" ADD CONSTRAINT "retained_credit_records_version_fk" FOREIGN KEY ("activity_version_id") REFERENCES "public"."activity_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retention_settings" ADD CONSTRAINT "retention_settings_updated_by_people_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "erasures_waiting" ON "erasures" USING btree ("requested_at") WHERE "erasures"."finished_at" is null;--> statement-breakpoint
CREATE INDEX "retained_credit_records_due" ON "retained_credit_records" USING btree ("keep_until");--> statement-breakpoint
CREATE INDEX "retained_credit_records_person" ON "retained_credit_records" USING btree ("person_id");--> statement-breakpoint
insert into retention_settings (id, credit_record_years, updated_at) values (1, 6, now());
--> statement-breakpoint
create trigger retention_settings_stay before delete on retention_settings
  for each row execute function refuse_change();
--> statement-breakpoint

-- An erasure is asked for once and finished once.
create function guard_erasure() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.finished_at is null and new.finished_at is not null
     and (to_jsonb(new) - 'finished_at') = (to_jsonb(old) - 'finished_at') then
    return new;
  end if;
  raise exception 'erasures are never changed or removed' using errcode = 'restrict_violation';
end $$;
--> statement-breakpoint
create trigger erasures_guard before update or delete on erasures
  for each row execute function guard_erasure();
--> statement-breakpoint
create trigger erasures_no_truncate before truncate on erasures
  for each statement execute function refuse_change();
--> statement-breakpoint

-- A signed badge without whom it was issued to, and without its signature: what it says of activity and issuer is still read.
create function badge_without_holder(jwt text) returns text language sql immutable as $$
  select split_part(jwt, '.', 1) || '.' || translate(encode(convert_to(
    (convert_from(decode(rpad(translate(payload, '-_', '+/'), (length(payload) + 3) / 4 * 4, '='), 'base64'), 'utf8')::jsonb
      #- '{credentialSubject,identifier}')::text, 'utf8'), 'base64'), E'+/=\n', '-_') || '.'
  from (select split_part(jwt, '.', 2) as payload) as parts
$$;
--> statement-breakpoint

-- What becomes of a frozen row when the person whose record it is was erased: this, and nothing else.
create function without_holder(of_table text, frozen jsonb) returns jsonb language sql stable as $$
  select case of_table
    when 'certificates' then frozen || jsonb_build_object(
      'document', frozen -> 'document' || jsonb_build_object('holder', 'Name erased'),
      'reason', case when frozen ->> 'reason' is null then null else 'Reason erased' end)
    when 'credits' then frozen || jsonb_build_object(
      'reason', case when frozen ->> 'reason' is null then null else 'Reason erased' end)
    when 'certificate_revocations' then frozen || jsonb_build_object('reason', 'Reason erased')
    when 'verification_grants' then frozen || jsonb_build_object('purpose', 'Purpose erased')
    when 'badges' then frozen || jsonb_build_object('jwt', badge_without_holder(frozen ->> 'jwt'))
    when 'report_submission_rows' then frozen || jsonb_build_object('values', (
      select jsonb_object_agg(key, case when key in ('given_name', 'family_name', 'credentials', 'specialty', 'country',
        'npi', 'licence_state', 'licence_number', 'board_id', 'birth_day', 'nabp_id') then null else value end)
      from jsonb_each(frozen -> 'values')))
    when 'report_answers' then frozen || jsonb_build_object('reason',
      case when frozen ->> 'reason' = '' then '' else 'Reason erased' end)
  end
$$;
--> statement-breakpoint

-- Whose record a row of these tables is.
create function holder_of(frozen jsonb) returns uuid language sql stable as $$
  select coalesce(
    (frozen ->> 'person_id')::uuid,
    (select person_id from certificates where id = (frozen ->> 'certificate_id')::uuid),
    (select c.person_id from report_submission_rows r join completions c on c.id = r.completion_id
      where r.submission_id = (frozen ->> 'submission_id')::uuid and r.ordinal = (frozen ->> 'ordinal')::integer))
$$;
--> statement-breakpoint

-- As refuse_change (0001), but for the erasure of the person whose record it is.
create function refuse_change_but_erasure() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if to_jsonb(new) = without_holder(tg_table_name, to_jsonb(old)) and exists (
        select from erasures e where e.person_id = holder_of(to_jsonb(old)) and e.finished_at is null) then
      return new;
    end if;
  end if;
  raise exception '% rows are never changed or removed', tg_table_name using errcode = 'restrict_violation';
end $$;
--> statement-breakpoint
drop trigger certificates_append_only on certificates;
--> statement-breakpoint
create trigger certificates_append_only before update or delete on certificates
  for each row execute function refuse_change_but_erasure();
--> statement-breakpoint
drop trigger credits_append_only on credits;
--> statement-breakpoint
create trigger credits_append_only before update or delete on credits
  for each row execute function refuse_change_but_erasure();
--> statement-breakpoint
drop trigger certificate_revocations_append_only on certificate_revocations;
--> statement-breakpoint
create trigger certificate_revocations_append_only before update or delete on certificate_revocations
  for each row execute function refuse_change_but_erasure();
--> statement-breakpoint
drop trigger verification_grants_append_only on verification_grants;
--> statement-breakpoint
create trigger verification_grants_append_only before update or delete on verification_grants
  for each row execute function refuse_change_but_erasure();
--> statement-breakpoint
drop trigger badges_append_only on badges;
--> statement-breakpoint
create trigger badges_append_only before update or delete on badges
  for each row execute function refuse_change_but_erasure();
--> statement-breakpoint
drop trigger report_submission_rows_append_only on report_submission_rows;
--> statement-breakpoint
create trigger report_submission_rows_append_only before update or delete on report_submission_rows
  for each row execute function refuse_change_but_erasure();
--> statement-breakpoint
drop trigger report_answers_append_only on report_answers;
--> statement-breakpoint
create trigger report_answers_append_only before update or delete on report_answers
  for each row execute function refuse_change_but_erasure();
--> statement-breakpoint

-- The one way past those triggers. It runs as whoever owns the tables, so that the application may call it without the
-- right to change such rows; the triggers hold it to what they allow.
create function erase_holder(erased uuid) returns void language plpgsql security definer set search_path from current as $$
begin
  if not exists (select from erasures e where e.person_id = erased and e.finished_at is null) then
    raise exception 'nobody asked for the erasure of %', erased using errcode = 'restrict_violation';
  end if;
  update badges b set jwt = badge_without_holder(b.jwt)
    from certificates c where c.id = b.certificate_id and c.person_id = erased;
  update certificate_revocations r set reason = 'Reason erased'
    from certificates c where c.id = r.certificate_id and c.person_id = erased;
  update verification_grants g set purpose = 'Purpose erased'
    from certificates c where c.id = g.certificate_id and c.person_id = erased;
  update certificates set document = document || jsonb_build_object('holder', 'Name erased'),
    reason = case when reason is null then null else 'Reason erased' end where person_id = erased;
  update credits set reason = 'Reason erased' where person_id = erased and reason is not null;
  update report_answers a set reason = 'Reason erased'
    from report_submission_rows r join completions c on c.id = r.completion_id
    where a.submission_id = r.submission_id and a.ordinal = r.ordinal and c.person_id = erased and a.reason <> '';
  update report_submission_rows r
    set "values" = without_holder('report_submission_rows', to_jsonb(r)) -> 'values'
    from completions c where c.id = r.completion_id and c.person_id = erased;
end $$;

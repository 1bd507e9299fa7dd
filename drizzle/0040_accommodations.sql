CREATE TABLE "accommodations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"extra_time_percent" integer NOT NULL,
	"break_minutes" integer NOT NULL,
	"untimed" boolean NOT NULL,
	"valid_from" date NOT NULL,
	"valid_until" date,
	"basis" text NOT NULL,
	"granted_at" timestamp with time zone NOT NULL,
	"granted_by" uuid NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_by" uuid,
	CONSTRAINT "accommodations_extra_time_range" CHECK ("accommodations"."extra_time_percent" between 0 and 300),
	CONSTRAINT "accommodations_breaks_range" CHECK ("accommodations"."break_minutes" between 0 and 240),
	CONSTRAINT "accommodations_grant_something" CHECK ("accommodations"."untimed" = ("accommodations"."extra_time_percent" = 0 and "accommodations"."break_minutes" = 0)),
	CONSTRAINT "accommodations_days_in_order" CHECK ("accommodations"."valid_until" >= "accommodations"."valid_from"),
	CONSTRAINT "accommodations_basis_given" CHECK (btrim("accommodations"."basis") <> '' and length("accommodations"."basis") <= 200),
	CONSTRAINT "accommodations_ended_whole" CHECK (("accommodations"."ended_at" is null) = ("accommodations"."ended_by" is null))
);
--> statement-breakpoint
ALTER TABLE "accommodations" ADD CONSTRAINT "accommodations_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accommodations" ADD CONSTRAINT "accommodations_granted_by_people_id_fk" FOREIGN KEY ("granted_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accommodations" ADD CONSTRAINT "accommodations_ended_by_people_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "accommodations_one_standing" ON "accommodations" USING btree ("person_id") WHERE "accommodations"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "accommodations_person" ON "accommodations" USING btree ("person_id");--> statement-breakpoint

-- What was granted is ended, and never changed; it goes when the data of its person are erased.
create function guard_accommodation() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.ended_at is null and new.ended_at is not null
     and (to_jsonb(new) - 'ended_at' - 'ended_by') = (to_jsonb(old) - 'ended_at' - 'ended_by') then
    return new;
  end if;
  if tg_op = 'DELETE' and exists (
      select from erasures e where e.person_id = old.person_id and e.finished_at is null) then
    return old;
  end if;
  raise exception 'an accommodation is ended, never changed or removed' using errcode = 'restrict_violation';
end $$;
--> statement-breakpoint
create trigger accommodations_guard before update or delete on accommodations
  for each row execute function guard_accommodation();
--> statement-breakpoint
create trigger accommodations_no_truncate before truncate on accommodations
  for each statement execute function refuse_change();

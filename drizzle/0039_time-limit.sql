ALTER TABLE "activity_versions" ADD COLUMN "time_limit_minutes" integer;--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "closes_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "attempts_closing" ON "attempts" USING btree ("closes_at") WHERE "attempts"."state" = 'in-progress' and "attempts"."closes_at" is not null;--> statement-breakpoint
ALTER TABLE "activity_versions" ADD CONSTRAINT "activity_versions_time_limit_range" CHECK ("activity_versions"."time_limit_minutes" between 5 and 600);--> statement-breakpoint
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_closes_after_start" CHECK ("attempts"."closes_at" > "attempts"."started_at");--> statement-breakpoint

-- As in 0023, and nothing is taken that was answered more than 30 seconds after the attempt closed
-- (domain/attempt/closing-time.ts says why 30).
create or replace function guard_response() returns trigger language plpgsql as $$
declare
  attempt_state text;
  closed_at timestamptz;
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
  select state, closes_at into attempt_state, closed_at from attempts where id = new.attempt_id for share;
  if attempt_state is distinct from 'in-progress' then
    raise exception 'attempt % was submitted and takes no responses', new.attempt_id using errcode = 'restrict_violation';
  end if;
  if new.answered_at > closed_at + interval '30 seconds' then
    raise exception 'attempt % closed at % and takes no responses', new.attempt_id, closed_at
      using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

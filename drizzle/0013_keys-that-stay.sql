-- A signing key stays published for as long as badges rest on it: all that may change is that it retires, once, and its
-- private half goes.
create function guard_signing_key() returns trigger language plpgsql as $$
begin
  if old.retired_at is not null or new.retired_at is null
    or (new.kid, new.public_jwk, new.created_at) is distinct from (old.kid, old.public_jwk, old.created_at)
    or length(new.encrypted_private_key) > 0 then
    raise exception 'signing keys only retire' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger signing_keys_retire_only before update on signing_keys
  for each row execute function guard_signing_key();
--> statement-breakpoint
create trigger signing_keys_no_delete before delete on signing_keys
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger signing_keys_no_truncate before truncate on signing_keys
  for each statement execute function refuse_change();

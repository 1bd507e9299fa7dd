-- The chain and its heads are only added to. Particulars may be erased, but say what they said as long as they are there.

insert into audit_sealing (one, settled_id, awaited_id, awaited_xid) values (true, 0, 0, 0);
--> statement-breakpoint
create trigger audit_seals_append_only before update or delete on audit_seals
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger audit_seals_no_truncate before truncate on audit_seals
  for each statement execute function refuse_change();
--> statement-breakpoint
create trigger audit_heads_append_only before update or delete on audit_heads
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger audit_heads_no_truncate before truncate on audit_heads
  for each statement execute function refuse_change();
--> statement-breakpoint
create trigger audit_particulars_unchanged before update on audit_particulars
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger audit_particulars_no_truncate before truncate on audit_particulars
  for each statement execute function refuse_change();
--> statement-breakpoint
create trigger audit_sealing_stays before delete on audit_sealing
  for each row execute function refuse_change();

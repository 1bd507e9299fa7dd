CREATE TABLE "audit_heads" (
	"day" date PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"position" bigint NOT NULL,
	"hash" "bytea" NOT NULL,
	"public_key" jsonb,
	"signature" text
);
--> statement-breakpoint
CREATE TABLE "audit_particulars" (
	"event_id" bigint PRIMARY KEY NOT NULL,
	"salt" text DEFAULT encode(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()), 'hex') NOT NULL,
	"network" text,
	"reason" text
);
--> statement-breakpoint
CREATE TABLE "audit_sealing" (
	"one" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"settled_id" bigint NOT NULL,
	"awaited_id" bigint NOT NULL,
	"awaited_xid" bigint NOT NULL,
	CONSTRAINT "audit_sealing_one" CHECK ("audit_sealing"."one")
);
--> statement-breakpoint
CREATE TABLE "audit_seals" (
	"position" bigint PRIMARY KEY NOT NULL,
	"event_id" bigint NOT NULL,
	"commitment" "bytea",
	"hash" "bytea" NOT NULL,
	CONSTRAINT "audit_seals_event_id_unique" UNIQUE("event_id"),
	CONSTRAINT "audit_seals_sizes" CHECK (length("audit_seals"."hash") = 32 and length("audit_seals"."commitment") = 32)
);
--> statement-breakpoint
DROP INDEX "audit_events_actor";--> statement-breakpoint
ALTER TABLE "audit_events" ADD COLUMN "before" jsonb;--> statement-breakpoint
ALTER TABLE "audit_events" ADD COLUMN "after" jsonb;--> statement-breakpoint
CREATE INDEX "audit_events_at" ON "audit_events" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "audit_events_action" ON "audit_events" USING btree ("action" text_pattern_ops,"at","id");--> statement-breakpoint
CREATE INDEX "audit_events_actor" ON "audit_events" USING btree ("actor_id","at","id");
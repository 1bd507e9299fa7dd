CREATE TABLE "item_kept_drafts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"item_version_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"reason" text NOT NULL,
	"draft" jsonb NOT NULL,
	"written_by" uuid,
	"kept_at" timestamp with time zone NOT NULL,
	CONSTRAINT "item_kept_drafts_reason_known" CHECK ("item_kept_drafts"."reason" in ('overwritten', 'set-aside', 'type-changed'))
);
--> statement-breakpoint
ALTER TABLE "item_kept_drafts" ADD CONSTRAINT "item_kept_drafts_item_version_id_item_versions_id_fk" FOREIGN KEY ("item_version_id") REFERENCES "public"."item_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_kept_drafts" ADD CONSTRAINT "item_kept_drafts_written_by_people_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "item_kept_drafts_version" ON "item_kept_drafts" USING btree ("item_version_id");
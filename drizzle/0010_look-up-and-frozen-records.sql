CREATE TABLE "item_version_references" (
	"item_version_id" uuid NOT NULL,
	"reference_id" uuid NOT NULL,
	"csl" jsonb NOT NULL,
	"authors_truncated" boolean NOT NULL,
	CONSTRAINT "item_version_references_item_version_id_reference_id_pk" PRIMARY KEY("item_version_id","reference_id")
);
--> statement-breakpoint
CREATE TABLE "reference_settings" (
	"id" integer PRIMARY KEY NOT NULL,
	"looks_up" boolean DEFAULT false NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"updated_by" uuid,
	CONSTRAINT "reference_settings_one_row" CHECK ("reference_settings"."id" = 1)
);
--> statement-breakpoint
ALTER TABLE "references" ADD COLUMN "checked_by" uuid;--> statement-breakpoint
ALTER TABLE "item_version_references" ADD CONSTRAINT "item_version_references_item_version_id_item_versions_id_fk" FOREIGN KEY ("item_version_id") REFERENCES "public"."item_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_version_references" ADD CONSTRAINT "item_version_references_reference_id_references_id_fk" FOREIGN KEY ("reference_id") REFERENCES "public"."references"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reference_settings" ADD CONSTRAINT "reference_settings_updated_by_people_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "references" ADD CONSTRAINT "references_checked_by_people_id_fk" FOREIGN KEY ("checked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
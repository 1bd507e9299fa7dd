ALTER TABLE "item_lint_overrides" DROP CONSTRAINT "item_lint_overrides_reason_present";--> statement-breakpoint
ALTER TABLE "item_lint_overrides" DROP CONSTRAINT "item_lint_overrides_item_version_id_rule_place_pk";--> statement-breakpoint
ALTER TABLE "item_lint_overrides" ALTER COLUMN "person_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "item_lint_overrides" ADD COLUMN "what" text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "item_lint_overrides_once" ON "item_lint_overrides" USING btree ("item_version_id","rule","place",md5("what"));--> statement-breakpoint
ALTER TABLE "item_lint_overrides" ADD CONSTRAINT "item_lint_overrides_reason_present" CHECK ("item_lint_overrides"."reason" ~ '\S');
ALTER TABLE "financial_relationships" ADD COLUMN "kind" text;--> statement-breakpoint
ALTER TABLE "activity_versions" ADD COLUMN "practice_gap" text;--> statement-breakpoint
ALTER TABLE "activity_versions" ADD COLUMN "off_label_use" text;--> statement-breakpoint
ALTER TABLE "activity_versions" ADD COLUMN "contact" text;--> statement-breakpoint
ALTER TABLE "activity_versions" ADD COLUMN "fee" text;--> statement-breakpoint
ALTER TABLE "financial_relationships" ADD CONSTRAINT "financial_relationships_kind_known" CHECK ("financial_relationships"."kind" in ('owner', 'employee', 'stock', 'consultant', 'speaker', 'research', 'contractor', 'royalties', 'other'));
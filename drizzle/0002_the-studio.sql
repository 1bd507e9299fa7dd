CREATE TABLE "activity_editors" (
	"activity_version_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"first_at" timestamp with time zone NOT NULL,
	CONSTRAINT "activity_editors_activity_version_id_person_id_pk" PRIMARY KEY("activity_version_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "financial_relationships" (
	"activity_version_id" uuid NOT NULL,
	"disclosure_position" integer NOT NULL,
	"ordinal" integer NOT NULL,
	"company" text NOT NULL,
	"nature" text NOT NULL,
	"ended" boolean NOT NULL,
	"relevant" boolean,
	"mitigation" text DEFAULT '' NOT NULL,
	"mitigated_on" date,
	CONSTRAINT "financial_relationships_pk" PRIMARY KEY("activity_version_id","disclosure_position","ordinal"),
	CONSTRAINT "financial_relationships_company_named" CHECK (btrim("financial_relationships"."company") <> '')
);
--> statement-breakpoint
CREATE TABLE "bulk_changes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"value" text NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"entries" jsonb NOT NULL,
	"undone_at" timestamp with time zone,
	"undone_by" uuid
);
--> statement-breakpoint
CREATE TABLE "item_approvals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"item_version_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"kind" text NOT NULL,
	"approver_id" uuid,
	"note" text DEFAULT '' NOT NULL,
	"approved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "item_approvals_once" UNIQUE("item_version_id","revision","approver_id"),
	CONSTRAINT "item_approvals_kind_known" CHECK ("item_approvals"."kind" in ('review', 'package')),
	CONSTRAINT "item_approvals_review_names_approver" CHECK ("item_approvals"."kind" = 'package' or "item_approvals"."approver_id" is not null)
);
--> statement-breakpoint
CREATE TABLE "item_comments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"item_version_id" uuid NOT NULL,
	"place" text NOT NULL,
	"body" text NOT NULL,
	"author_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"resolved_at" timestamp with time zone,
	"resolved_by" uuid,
	CONSTRAINT "item_comments_body_present" CHECK (btrim("item_comments"."body") <> ''),
	CONSTRAINT "item_comments_resolved_by_someone" CHECK (("item_comments"."resolved_at" is null) = ("item_comments"."resolved_by" is null))
);
--> statement-breakpoint
CREATE TABLE "item_lint_overrides" (
	"item_version_id" uuid NOT NULL,
	"rule" text NOT NULL,
	"place" text NOT NULL,
	"reason" text NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "item_lint_overrides_item_version_id_rule_place_pk" PRIMARY KEY("item_version_id","rule","place"),
	CONSTRAINT "item_lint_overrides_reason_present" CHECK (btrim("item_lint_overrides"."reason") <> '')
);
--> statement-breakpoint
CREATE TABLE "item_tags" (
	"item_id" uuid NOT NULL,
	"tag" text NOT NULL,
	CONSTRAINT "item_tags_item_id_tag_pk" PRIMARY KEY("item_id","tag"),
	CONSTRAINT "item_tags_tag_form" CHECK ("item_tags"."tag" = btrim(lower("item_tags"."tag")) and "item_tags"."tag" <> '')
);
--> statement-breakpoint
CREATE TABLE "item_version_authors" (
	"item_version_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	CONSTRAINT "item_version_authors_item_version_id_person_id_pk" PRIMARY KEY("item_version_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "review_settings" (
	"id" integer PRIMARY KEY NOT NULL,
	"approvals_needed" integer NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"updated_by" uuid,
	CONSTRAINT "review_settings_one_row" CHECK ("review_settings"."id" = 1),
	CONSTRAINT "review_settings_approvals_range" CHECK ("review_settings"."approvals_needed" between 1 and 5)
);
--> statement-breakpoint
ALTER TABLE "item_citations" DROP CONSTRAINT "item_citations_passage_present";--> statement-breakpoint
ALTER TABLE "item_options" DROP CONSTRAINT "item_options_one_kind_of_key";--> statement-breakpoint
ALTER TABLE "item_versions" DROP CONSTRAINT "item_versions_type_known";--> statement-breakpoint
ALTER TABLE "item_versions" DROP CONSTRAINT "item_versions_select_fits_type";--> statement-breakpoint
ALTER TABLE "blueprint_cells" DROP CONSTRAINT "blueprint_cells_assessment_id_objective_id_pk";--> statement-breakpoint
ALTER TABLE "activity_version_references" ADD COLUMN "csl" jsonb;--> statement-breakpoint
ALTER TABLE "activity_version_references" ADD COLUMN "authors_truncated" boolean;--> statement-breakpoint
ALTER TABLE "activity_versions" ADD COLUMN "authors" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "activity_versions" ADD COLUMN "reviewers" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "activity_versions" ADD COLUMN "extra" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "activity_versions" ADD COLUMN "revision" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "activity_versions" ADD COLUMN "updated_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "activity_versions" ADD COLUMN "updated_by" uuid;--> statement-breakpoint
ALTER TABLE "assessments" ADD COLUMN "shuffle_items" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "assessments" ADD COLUMN "shuffle_options" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "blueprint_cells" ADD COLUMN "difficulty" text DEFAULT 'any' NOT NULL;--> statement-breakpoint
ALTER TABLE "blueprint_cells" ADD CONSTRAINT "blueprint_cells_assessment_id_objective_id_difficulty_pk" PRIMARY KEY("assessment_id","objective_id","difficulty");--> statement-breakpoint
ALTER TABLE "faculty_disclosures" ADD COLUMN "person_id" uuid;--> statement-breakpoint
ALTER TABLE "faculty_disclosures" ADD COLUMN "declared_on" date;--> statement-breakpoint
ALTER TABLE "lesson_sections" ADD COLUMN "source" text;--> statement-breakpoint
ALTER TABLE "lesson_sections" ADD COLUMN "revision" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "lesson_sections" ADD COLUMN "updated_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "lesson_sections" ADD COLUMN "updated_by" uuid;--> statement-breakpoint
ALTER TABLE "item_options" ADD COLUMN "tolerance" text;--> statement-breakpoint
ALTER TABLE "item_versions" ADD COLUMN "unit" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "item_versions" ADD COLUMN "paired_with" text;--> statement-breakpoint
ALTER TABLE "item_versions" ADD COLUMN "review_note" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "item_versions" ADD COLUMN "revision" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "item_versions" ADD COLUMN "created_by" uuid;--> statement-breakpoint
ALTER TABLE "item_versions" ADD COLUMN "updated_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "item_versions" ADD COLUMN "updated_by" uuid;--> statement-breakpoint
ALTER TABLE "item_versions" ADD COLUMN "lint_errors" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "item_versions" ADD COLUMN "lint_warnings" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "item_versions" ADD COLUMN "lint_rules" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "item_versions" ADD COLUMN "lint_edition" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "items" ADD COLUMN "search_text" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "references" ADD COLUMN "custom" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "references" ADD COLUMN "evidence_level" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "references" ADD COLUMN "review_due_on" date;--> statement-breakpoint
ALTER TABLE "references" ADD COLUMN "status_note" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "references" ADD COLUMN "status_changed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "references" ADD COLUMN "status_changed_by" uuid;--> statement-breakpoint
ALTER TABLE "references" ADD COLUMN "checked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "references" ADD COLUMN "search_text" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "references" ADD COLUMN "doi" text GENERATED ALWAYS AS (lower(csl ->> 'DOI')) STORED;--> statement-breakpoint
ALTER TABLE "references" ADD COLUMN "pmid" text GENERATED ALWAYS AS (csl ->> 'PMID') STORED;--> statement-breakpoint
ALTER TABLE "activity_editors" ADD CONSTRAINT "activity_editors_activity_version_id_activity_versions_id_fk" FOREIGN KEY ("activity_version_id") REFERENCES "public"."activity_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_editors" ADD CONSTRAINT "activity_editors_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "financial_relationships" ADD CONSTRAINT "financial_relationships_disclosure_fk" FOREIGN KEY ("activity_version_id","disclosure_position") REFERENCES "public"."faculty_disclosures"("activity_version_id","position") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_changes" ADD CONSTRAINT "bulk_changes_made_by_people_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_changes" ADD CONSTRAINT "bulk_changes_undone_by_people_id_fk" FOREIGN KEY ("undone_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_approvals" ADD CONSTRAINT "item_approvals_item_version_id_item_versions_id_fk" FOREIGN KEY ("item_version_id") REFERENCES "public"."item_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_approvals" ADD CONSTRAINT "item_approvals_approver_id_people_id_fk" FOREIGN KEY ("approver_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_comments" ADD CONSTRAINT "item_comments_item_version_id_item_versions_id_fk" FOREIGN KEY ("item_version_id") REFERENCES "public"."item_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_comments" ADD CONSTRAINT "item_comments_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_comments" ADD CONSTRAINT "item_comments_resolved_by_people_id_fk" FOREIGN KEY ("resolved_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_lint_overrides" ADD CONSTRAINT "item_lint_overrides_item_version_id_item_versions_id_fk" FOREIGN KEY ("item_version_id") REFERENCES "public"."item_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_lint_overrides" ADD CONSTRAINT "item_lint_overrides_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_tags" ADD CONSTRAINT "item_tags_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_version_authors" ADD CONSTRAINT "item_version_authors_item_version_id_item_versions_id_fk" FOREIGN KEY ("item_version_id") REFERENCES "public"."item_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_version_authors" ADD CONSTRAINT "item_version_authors_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_settings" ADD CONSTRAINT "review_settings_updated_by_people_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bulk_changes_made_by" ON "bulk_changes" USING btree ("made_by","made_at");--> statement-breakpoint
CREATE INDEX "item_approvals_version" ON "item_approvals" USING btree ("item_version_id");--> statement-breakpoint
CREATE INDEX "item_comments_version" ON "item_comments" USING btree ("item_version_id");--> statement-breakpoint
CREATE INDEX "item_tags_tag" ON "item_tags" USING btree ("tag");--> statement-breakpoint
ALTER TABLE "activity_versions" ADD CONSTRAINT "activity_versions_updated_by_people_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "faculty_disclosures" ADD CONSTRAINT "faculty_disclosures_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_sections" ADD CONSTRAINT "lesson_sections_updated_by_people_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_versions" ADD CONSTRAINT "item_versions_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_versions" ADD CONSTRAINT "item_versions_updated_by_people_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "references" ADD CONSTRAINT "references_status_changed_by_people_id_fk" FOREIGN KEY ("status_changed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "activity_versions_one_draft" ON "activity_versions" USING btree ("activity_id") WHERE "activity_versions"."status" = 'draft';--> statement-breakpoint
CREATE INDEX "item_versions_status" ON "item_versions" USING btree ("status");--> statement-breakpoint
CREATE INDEX "references_doi" ON "references" USING btree ("doi");--> statement-breakpoint
CREATE INDEX "references_pmid" ON "references" USING btree ("pmid");--> statement-breakpoint
CREATE INDEX "references_status" ON "references" USING btree ("status");--> statement-breakpoint
ALTER TABLE "faculty_disclosures" ADD CONSTRAINT "faculty_disclosures_person_once" UNIQUE("activity_version_id","person_id");--> statement-breakpoint
ALTER TABLE "blueprint_cells" ADD CONSTRAINT "blueprint_cells_difficulty_known" CHECK ("blueprint_cells"."difficulty" in ('any', 'easy', 'medium', 'hard'));--> statement-breakpoint
ALTER TABLE "item_options" ADD CONSTRAINT "item_options_one_kind_of_key" CHECK (num_nonnulls("item_options"."is_key", "item_options"."match_target_id", "item_options"."key_position") <= 1);--> statement-breakpoint
ALTER TABLE "item_versions" ADD CONSTRAINT "item_versions_unit_fits_type" CHECK ("item_versions"."type" = 'numeric' or "item_versions"."unit" = '');--> statement-breakpoint
ALTER TABLE "item_versions" ADD CONSTRAINT "item_versions_revision_positive" CHECK ("item_versions"."revision" > 0);--> statement-breakpoint
ALTER TABLE "item_versions" ADD CONSTRAINT "item_versions_type_known" CHECK ("item_versions"."type" in ('single', 'multiple', 'matching', 'ordering', 'true-false', 'numeric', 'short-text'));--> statement-breakpoint
ALTER TABLE "item_versions" ADD CONSTRAINT "item_versions_select_fits_type" CHECK (("item_versions"."type" in ('single', 'multiple', 'true-false')) = ("item_versions"."select" is not null) and ("item_versions"."type" not in ('single', 'true-false') or "item_versions"."select" = 1));
CREATE TABLE "accreditation_statements" (
	"id" uuid PRIMARY KEY NOT NULL,
	"mode" text NOT NULL,
	"label" text NOT NULL,
	"statement" text NOT NULL,
	"provider_name" text,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "accreditation_mode_known" CHECK ("accreditation_statements"."mode" in ('demonstration', 'accredited')),
	CONSTRAINT "accreditation_provider_named" CHECK ("accreditation_statements"."mode" = 'demonstration' or "accreditation_statements"."provider_name" is not null)
);
--> statement-breakpoint
CREATE TABLE "activities" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "activities_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "activity_version_objectives" (
	"activity_version_id" uuid NOT NULL,
	"objective_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"wording" text NOT NULL,
	CONSTRAINT "activity_version_objectives_activity_version_id_objective_id_pk" PRIMARY KEY("activity_version_id","objective_id")
);
--> statement-breakpoint
CREATE TABLE "activity_version_references" (
	"activity_version_id" uuid NOT NULL,
	"reference_id" uuid NOT NULL,
	"number" integer NOT NULL,
	CONSTRAINT "activity_version_references_activity_version_id_reference_id_pk" PRIMARY KEY("activity_version_id","reference_id"),
	CONSTRAINT "activity_version_references_number_unique" UNIQUE("activity_version_id","number")
);
--> statement-breakpoint
CREATE TABLE "activity_versions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"activity_id" uuid NOT NULL,
	"version" text NOT NULL,
	"status" text NOT NULL,
	"title" text NOT NULL,
	"summary" text NOT NULL,
	"audience" jsonb NOT NULL,
	"audience_note" text NOT NULL,
	"format" text NOT NULL,
	"estimated_minutes" integer NOT NULL,
	"release_date" date NOT NULL,
	"review_date" date NOT NULL,
	"expiry_date" date NOT NULL,
	"maximum_quarter_credits" integer NOT NULL,
	"accreditation_statement_id" uuid NOT NULL,
	"disclosure_statement" text NOT NULL,
	"support_statement" text NOT NULL,
	"medical_disclaimer" text NOT NULL,
	"lesson_id" uuid NOT NULL,
	"published_at" timestamp with time zone,
	CONSTRAINT "activity_versions_label_unique" UNIQUE("activity_id","version"),
	CONSTRAINT "activity_versions_status_known" CHECK ("activity_versions"."status" in ('draft', 'live', 'retired')),
	CONSTRAINT "activity_versions_dates_in_order" CHECK ("activity_versions"."release_date" <= "activity_versions"."expiry_date"),
	CONSTRAINT "activity_versions_credit_positive" CHECK ("activity_versions"."maximum_quarter_credits" > 0)
);
--> statement-breakpoint
CREATE TABLE "assessment_fixed_items" (
	"assessment_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	CONSTRAINT "assessment_fixed_items_assessment_id_item_id_pk" PRIMARY KEY("assessment_id","item_id")
);
--> statement-breakpoint
CREATE TABLE "assessments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"activity_version_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"bank_id" uuid NOT NULL,
	"pretest_items_only" boolean NOT NULL,
	"feedback" text NOT NULL,
	"shows_score" boolean NOT NULL,
	"passing_percent" integer,
	"max_attempts" integer,
	"required_for_completion" boolean NOT NULL,
	CONSTRAINT "assessments_kind_unique" UNIQUE("activity_version_id","kind"),
	CONSTRAINT "assessments_kind_known" CHECK ("assessments"."kind" in ('pre-test', 'practice', 'assessment')),
	CONSTRAINT "assessments_feedback_known" CHECK ("assessments"."feedback" in ('none', 'after-each-item', 'after-submission')),
	CONSTRAINT "assessments_passing_percent_range" CHECK ("assessments"."passing_percent" between 1 and 100),
	CONSTRAINT "assessments_max_attempts_positive" CHECK ("assessments"."max_attempts" > 0)
);
--> statement-breakpoint
CREATE TABLE "blueprint_cells" (
	"assessment_id" uuid NOT NULL,
	"objective_id" uuid NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "blueprint_cells_assessment_id_objective_id_pk" PRIMARY KEY("assessment_id","objective_id"),
	CONSTRAINT "blueprint_cells_count_positive" CHECK ("blueprint_cells"."count" > 0)
);
--> statement-breakpoint
CREATE TABLE "faculty_disclosures" (
	"activity_version_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"relationships" text NOT NULL,
	CONSTRAINT "faculty_disclosures_activity_version_id_position_pk" PRIMARY KEY("activity_version_id","position")
);
--> statement-breakpoint
CREATE TABLE "attempt_items" (
	"attempt_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"item_version_id" uuid NOT NULL,
	"option_order" jsonb NOT NULL,
	"target_order" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"flagged" boolean DEFAULT false NOT NULL,
	"ruled_out" jsonb DEFAULT '[]'::jsonb NOT NULL,
	CONSTRAINT "attempt_items_attempt_id_position_pk" PRIMARY KEY("attempt_id","position"),
	CONSTRAINT "attempt_items_version_unique" UNIQUE("attempt_id","item_version_id")
);
--> statement-breakpoint
CREATE TABLE "attempts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"assessment_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"state" text NOT NULL,
	"seed" bigint NOT NULL,
	"answered" integer DEFAULT 0 NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"submitted_at" timestamp with time zone,
	"items_correct" integer,
	"items_total" integer NOT NULL,
	"passed" boolean,
	CONSTRAINT "attempts_ordinal_unique" UNIQUE("assessment_id","person_id","ordinal"),
	CONSTRAINT "attempts_state_known" CHECK ("attempts"."state" in ('in-progress', 'submitted')),
	CONSTRAINT "attempts_submitted_is_scored" CHECK (("attempts"."state" = 'submitted') = ("attempts"."submitted_at" is not null and "attempts"."items_correct" is not null)),
	CONSTRAINT "attempts_answered_range" CHECK ("attempts"."answered" between 0 and "attempts"."items_total"),
	CONSTRAINT "attempts_correct_range" CHECK ("attempts"."items_correct" between 0 and "attempts"."items_total")
);
--> statement-breakpoint
CREATE TABLE "responses" (
	"attempt_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"response" jsonb NOT NULL,
	"correct" boolean NOT NULL,
	"sequence" integer NOT NULL,
	"idempotency_key" uuid NOT NULL,
	"answered_at" timestamp with time zone NOT NULL,
	CONSTRAINT "responses_attempt_id_position_pk" PRIMARY KEY("attempt_id","position"),
	CONSTRAINT "responses_sequence_positive" CHECK ("responses"."sequence" > 0)
);
--> statement-breakpoint
CREATE TABLE "certificates" (
	"id" uuid PRIMARY KEY NOT NULL,
	"credit_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"code" text NOT NULL,
	"document" jsonb NOT NULL,
	"issued_at" timestamp with time zone NOT NULL,
	CONSTRAINT "certificates_credit_id_unique" UNIQUE("credit_id"),
	CONSTRAINT "certificates_code_unique" UNIQUE("code"),
	CONSTRAINT "certificates_code_form" CHECK ("certificates"."code" ~ '^[0-9A-HJKMNP-TV-Z]{26}$')
);
--> statement-breakpoint
CREATE TABLE "completions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"activity_version_id" uuid NOT NULL,
	"attempt_id" uuid NOT NULL,
	"evaluation_id" uuid NOT NULL,
	"completed_on" date NOT NULL,
	"completed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "completions_once" UNIQUE("person_id","activity_version_id")
);
--> statement-breakpoint
CREATE TABLE "credits" (
	"id" uuid PRIMARY KEY NOT NULL,
	"completion_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"activity_version_id" uuid NOT NULL,
	"quarter_credits" integer NOT NULL,
	"maximum_quarter_credits" integer NOT NULL,
	"claimed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "credits_completion_id_unique" UNIQUE("completion_id"),
	CONSTRAINT "credits_once" UNIQUE("person_id","activity_version_id"),
	CONSTRAINT "credits_amount_range" CHECK ("credits"."quarter_credits" between 1 and "credits"."maximum_quarter_credits")
);
--> statement-breakpoint
CREATE TABLE "evaluation_forms" (
	"activity_version_id" uuid PRIMARY KEY NOT NULL,
	"form" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "evaluations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"activity_version_id" uuid NOT NULL,
	"answers" jsonb NOT NULL,
	"submitted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "evaluations_once" UNIQUE("person_id","activity_version_id")
);
--> statement-breakpoint
CREATE TABLE "audit_events" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone NOT NULL,
	"actor_id" uuid,
	"action" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"password_hash" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"disabled_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "person_roles" (
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"granted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "person_roles_person_id_role_pk" PRIMARY KEY("person_id","role"),
	CONSTRAINT "person_roles_known" CHECK ("person_roles"."role" in ('clinician', 'educator', 'admin'))
);
--> statement-breakpoint
CREATE TABLE "profiles" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"given_name" text NOT NULL,
	"family_name" text NOT NULL,
	"credentials" text DEFAULT '' NOT NULL,
	"profession" text NOT NULL,
	"specialty" text DEFAULT '' NOT NULL,
	"country" text NOT NULL,
	"npi" text,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "profiles_country_form" CHECK ("profiles"."country" ~ '^[A-Z]{2}$'),
	CONSTRAINT "profiles_npi_form" CHECK ("profiles"."npi" ~ '^[12][0-9]{9}$'),
	CONSTRAINT "profiles_name_present" CHECK ("profiles"."given_name" || "profiles"."family_name" <> '')
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id_hash" "bytea" PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"absolute_expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "set_up_links" (
	"token_hash" "bytea" PRIMARY KEY NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "lesson_citations" (
	"section_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"reference_id" uuid NOT NULL,
	"locator" text,
	"passage" text,
	CONSTRAINT "lesson_citations_section_id_position_pk" PRIMARY KEY("section_id","position")
);
--> statement-breakpoint
CREATE TABLE "lesson_figures" (
	"section_id" uuid NOT NULL,
	"figure_id" text NOT NULL,
	"alt" text NOT NULL,
	"caption" text NOT NULL,
	"svg" text NOT NULL,
	CONSTRAINT "lesson_figures_section_id_figure_id_pk" PRIMARY KEY("section_id","figure_id")
);
--> statement-breakpoint
CREATE TABLE "lesson_section_objectives" (
	"section_id" uuid NOT NULL,
	"objective_id" uuid NOT NULL,
	CONSTRAINT "lesson_section_objectives_section_id_objective_id_pk" PRIMARY KEY("section_id","objective_id")
);
--> statement-breakpoint
CREATE TABLE "lesson_sections" (
	"id" uuid PRIMARY KEY NOT NULL,
	"lesson_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"position" integer NOT NULL,
	"title" text NOT NULL,
	"minutes" integer NOT NULL,
	"markdown" text NOT NULL,
	CONSTRAINT "lesson_sections_slug_unique" UNIQUE("lesson_id","slug"),
	CONSTRAINT "lesson_sections_position_unique" UNIQUE("lesson_id","position")
);
--> statement-breakpoint
CREATE TABLE "lessons" (
	"id" uuid PRIMARY KEY NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "section_progress" (
	"person_id" uuid NOT NULL,
	"section_id" uuid NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	CONSTRAINT "section_progress_person_id_section_id_pk" PRIMARY KEY("person_id","section_id")
);
--> statement-breakpoint
CREATE TABLE "item_citations" (
	"item_version_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"reference_id" uuid NOT NULL,
	"locator" text,
	"supports" text NOT NULL,
	"passage_kind" text NOT NULL,
	"passage" text NOT NULL,
	"verification" text NOT NULL,
	"url" text,
	CONSTRAINT "item_citations_item_version_id_position_pk" PRIMARY KEY("item_version_id","position"),
	CONSTRAINT "item_citations_passage_kind_known" CHECK ("item_citations"."passage_kind" in ('quote', 'paraphrase')),
	CONSTRAINT "item_citations_passage_present" CHECK ("item_citations"."passage" <> '')
);
--> statement-breakpoint
CREATE TABLE "item_options" (
	"item_version_id" uuid NOT NULL,
	"option_id" text NOT NULL,
	"position" integer NOT NULL,
	"text" text NOT NULL,
	"rationale" text NOT NULL,
	"is_key" boolean,
	"match_target_id" text,
	"key_position" integer,
	CONSTRAINT "item_options_item_version_id_option_id_pk" PRIMARY KEY("item_version_id","option_id"),
	CONSTRAINT "item_options_one_kind_of_key" CHECK (num_nonnulls("item_options"."is_key", "item_options"."match_target_id", "item_options"."key_position") = 1)
);
--> statement-breakpoint
CREATE TABLE "item_targets" (
	"item_version_id" uuid NOT NULL,
	"target_id" text NOT NULL,
	"position" integer NOT NULL,
	"text" text NOT NULL,
	"rationale" text,
	CONSTRAINT "item_targets_item_version_id_target_id_pk" PRIMARY KEY("item_version_id","target_id")
);
--> statement-breakpoint
CREATE TABLE "item_versions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"item_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"status" text NOT NULL,
	"type" text NOT NULL,
	"stem" text NOT NULL,
	"select" integer,
	"key_point" text NOT NULL,
	"objective_id" uuid,
	"difficulty" text NOT NULL,
	"lesson_section" text,
	"usable_in_pretest" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"published_at" timestamp with time zone,
	"retired_at" timestamp with time zone,
	CONSTRAINT "item_versions_number_unique" UNIQUE("item_id","version"),
	CONSTRAINT "item_versions_type_known" CHECK ("item_versions"."type" in ('single', 'multiple', 'matching', 'ordering')),
	CONSTRAINT "item_versions_status_known" CHECK ("item_versions"."status" in ('draft', 'in-review', 'changes-asked', 'approved', 'live', 'retired')),
	CONSTRAINT "item_versions_difficulty_known" CHECK ("item_versions"."difficulty" in ('easy', 'medium', 'hard')),
	CONSTRAINT "item_versions_select_fits_type" CHECK (("item_versions"."type" in ('single', 'multiple')) = ("item_versions"."select" is not null) and ("item_versions"."type" <> 'single' or "item_versions"."select" = 1)),
	CONSTRAINT "item_versions_live_is_complete" CHECK ("item_versions"."status" <> 'live' or ("item_versions"."objective_id" is not null and "item_versions"."published_at" is not null and "item_versions"."stem" <> ''))
);
--> statement-breakpoint
CREATE TABLE "items" (
	"id" uuid PRIMARY KEY NOT NULL,
	"bank_id" uuid NOT NULL,
	"external_id" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "items_external_id_unique" UNIQUE("bank_id","external_id")
);
--> statement-breakpoint
CREATE TABLE "objectives" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "question_banks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"title" text NOT NULL,
	CONSTRAINT "question_banks_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "references" (
	"id" uuid PRIMARY KEY NOT NULL,
	"citation_key" text NOT NULL,
	"csl" jsonb NOT NULL,
	"authors_truncated" boolean DEFAULT false NOT NULL,
	"status" text DEFAULT 'current' NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "references_citation_key_unique" UNIQUE("citation_key"),
	CONSTRAINT "references_status_known" CHECK ("references"."status" in ('current', 'corrected', 'expression-of-concern', 'retracted'))
);
--> statement-breakpoint
ALTER TABLE "activity_version_objectives" ADD CONSTRAINT "activity_version_objectives_activity_version_id_activity_versions_id_fk" FOREIGN KEY ("activity_version_id") REFERENCES "public"."activity_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_version_objectives" ADD CONSTRAINT "activity_version_objectives_objective_id_objectives_id_fk" FOREIGN KEY ("objective_id") REFERENCES "public"."objectives"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_version_references" ADD CONSTRAINT "activity_version_references_activity_version_id_activity_versions_id_fk" FOREIGN KEY ("activity_version_id") REFERENCES "public"."activity_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_version_references" ADD CONSTRAINT "activity_version_references_reference_id_references_id_fk" FOREIGN KEY ("reference_id") REFERENCES "public"."references"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_versions" ADD CONSTRAINT "activity_versions_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_versions" ADD CONSTRAINT "activity_versions_accreditation_statement_id_accreditation_statements_id_fk" FOREIGN KEY ("accreditation_statement_id") REFERENCES "public"."accreditation_statements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_versions" ADD CONSTRAINT "activity_versions_lesson_id_lessons_id_fk" FOREIGN KEY ("lesson_id") REFERENCES "public"."lessons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment_fixed_items" ADD CONSTRAINT "assessment_fixed_items_assessment_id_assessments_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment_fixed_items" ADD CONSTRAINT "assessment_fixed_items_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_activity_version_id_activity_versions_id_fk" FOREIGN KEY ("activity_version_id") REFERENCES "public"."activity_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_bank_id_question_banks_id_fk" FOREIGN KEY ("bank_id") REFERENCES "public"."question_banks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "blueprint_cells" ADD CONSTRAINT "blueprint_cells_assessment_id_assessments_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "blueprint_cells" ADD CONSTRAINT "blueprint_cells_objective_id_objectives_id_fk" FOREIGN KEY ("objective_id") REFERENCES "public"."objectives"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "faculty_disclosures" ADD CONSTRAINT "faculty_disclosures_activity_version_id_activity_versions_id_fk" FOREIGN KEY ("activity_version_id") REFERENCES "public"."activity_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempt_items" ADD CONSTRAINT "attempt_items_attempt_id_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."attempts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempt_items" ADD CONSTRAINT "attempt_items_item_version_id_item_versions_id_fk" FOREIGN KEY ("item_version_id") REFERENCES "public"."item_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_assessment_id_assessments_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_attempt_id_position_attempt_items_attempt_id_position_fk" FOREIGN KEY ("attempt_id","position") REFERENCES "public"."attempt_items"("attempt_id","position") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_credit_id_credits_id_fk" FOREIGN KEY ("credit_id") REFERENCES "public"."credits"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "completions" ADD CONSTRAINT "completions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "completions" ADD CONSTRAINT "completions_activity_version_id_activity_versions_id_fk" FOREIGN KEY ("activity_version_id") REFERENCES "public"."activity_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "completions" ADD CONSTRAINT "completions_attempt_id_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."attempts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "completions" ADD CONSTRAINT "completions_evaluation_id_evaluations_id_fk" FOREIGN KEY ("evaluation_id") REFERENCES "public"."evaluations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credits" ADD CONSTRAINT "credits_completion_id_completions_id_fk" FOREIGN KEY ("completion_id") REFERENCES "public"."completions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credits" ADD CONSTRAINT "credits_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credits" ADD CONSTRAINT "credits_activity_version_id_activity_versions_id_fk" FOREIGN KEY ("activity_version_id") REFERENCES "public"."activity_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evaluation_forms" ADD CONSTRAINT "evaluation_forms_activity_version_id_activity_versions_id_fk" FOREIGN KEY ("activity_version_id") REFERENCES "public"."activity_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evaluations" ADD CONSTRAINT "evaluations_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evaluations" ADD CONSTRAINT "evaluations_activity_version_id_activity_versions_id_fk" FOREIGN KEY ("activity_version_id") REFERENCES "public"."activity_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_actor_id_people_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_roles" ADD CONSTRAINT "person_roles_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profiles" ADD CONSTRAINT "profiles_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_citations" ADD CONSTRAINT "lesson_citations_section_id_lesson_sections_id_fk" FOREIGN KEY ("section_id") REFERENCES "public"."lesson_sections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_citations" ADD CONSTRAINT "lesson_citations_reference_id_references_id_fk" FOREIGN KEY ("reference_id") REFERENCES "public"."references"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_figures" ADD CONSTRAINT "lesson_figures_section_id_lesson_sections_id_fk" FOREIGN KEY ("section_id") REFERENCES "public"."lesson_sections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_section_objectives" ADD CONSTRAINT "lesson_section_objectives_section_id_lesson_sections_id_fk" FOREIGN KEY ("section_id") REFERENCES "public"."lesson_sections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_section_objectives" ADD CONSTRAINT "lesson_section_objectives_objective_id_objectives_id_fk" FOREIGN KEY ("objective_id") REFERENCES "public"."objectives"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_sections" ADD CONSTRAINT "lesson_sections_lesson_id_lessons_id_fk" FOREIGN KEY ("lesson_id") REFERENCES "public"."lessons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "section_progress" ADD CONSTRAINT "section_progress_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "section_progress" ADD CONSTRAINT "section_progress_section_id_lesson_sections_id_fk" FOREIGN KEY ("section_id") REFERENCES "public"."lesson_sections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_citations" ADD CONSTRAINT "item_citations_item_version_id_item_versions_id_fk" FOREIGN KEY ("item_version_id") REFERENCES "public"."item_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_citations" ADD CONSTRAINT "item_citations_reference_id_references_id_fk" FOREIGN KEY ("reference_id") REFERENCES "public"."references"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_options" ADD CONSTRAINT "item_options_item_version_id_item_versions_id_fk" FOREIGN KEY ("item_version_id") REFERENCES "public"."item_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_options" ADD CONSTRAINT "item_options_item_version_id_match_target_id_item_targets_item_version_id_target_id_fk" FOREIGN KEY ("item_version_id","match_target_id") REFERENCES "public"."item_targets"("item_version_id","target_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_targets" ADD CONSTRAINT "item_targets_item_version_id_item_versions_id_fk" FOREIGN KEY ("item_version_id") REFERENCES "public"."item_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_versions" ADD CONSTRAINT "item_versions_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_versions" ADD CONSTRAINT "item_versions_objective_id_objectives_id_fk" FOREIGN KEY ("objective_id") REFERENCES "public"."objectives"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "items" ADD CONSTRAINT "items_bank_id_question_banks_id_fk" FOREIGN KEY ("bank_id") REFERENCES "public"."question_banks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "activity_versions_one_live" ON "activity_versions" USING btree ("activity_id") WHERE "activity_versions"."status" = 'live';--> statement-breakpoint
CREATE INDEX "attempt_items_item_version" ON "attempt_items" USING btree ("item_version_id");--> statement-breakpoint
CREATE UNIQUE INDEX "attempts_one_open" ON "attempts" USING btree ("assessment_id","person_id") WHERE "attempts"."state" = 'in-progress';--> statement-breakpoint
CREATE INDEX "attempts_person" ON "attempts" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "completions_by_date" ON "completions" USING btree ("completed_on","id");--> statement-breakpoint
CREATE INDEX "audit_events_subject" ON "audit_events" USING btree ("subject_kind","subject_id");--> statement-breakpoint
CREATE INDEX "audit_events_actor" ON "audit_events" USING btree ("actor_id");--> statement-breakpoint
CREATE UNIQUE INDEX "people_email_unique" ON "people" USING btree (lower("email"));--> statement-breakpoint
CREATE INDEX "sessions_person" ON "sessions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "lesson_citations_reference" ON "lesson_citations" USING btree ("reference_id");--> statement-breakpoint
CREATE INDEX "item_citations_reference" ON "item_citations" USING btree ("reference_id");--> statement-breakpoint
CREATE UNIQUE INDEX "item_versions_one_live" ON "item_versions" USING btree ("item_id") WHERE "item_versions"."status" = 'live';
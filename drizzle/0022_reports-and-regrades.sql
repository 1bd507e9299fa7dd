CREATE TABLE "regrade_changes" (
	"regrade_id" uuid NOT NULL,
	"attempt_id" uuid NOT NULL,
	"is_undo" boolean NOT NULL,
	"correct_before" integer NOT NULL,
	"correct_after" integer NOT NULL,
	"dropped_before" integer NOT NULL,
	"dropped_after" integer NOT NULL,
	"passed_before" boolean,
	"passed_after" boolean,
	CONSTRAINT "regrade_changes_regrade_id_attempt_id_is_undo_pk" PRIMARY KEY("regrade_id","attempt_id","is_undo")
);
--> statement-breakpoint
CREATE TABLE "regrades" (
	"id" uuid PRIMARY KEY NOT NULL,
	"item_version_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"accepted" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"key_version_id" uuid,
	"reason" text NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	"decided_by" uuid NOT NULL,
	"undone_at" timestamp with time zone,
	"undone_by" uuid,
	"undo_reason" text,
	CONSTRAINT "regrades_kind_known" CHECK ("regrades"."kind" in ('accept-key', 'full-mark', 'drop-item', 'new-key')),
	CONSTRAINT "regrades_key_version" CHECK (("regrades"."kind" = 'new-key') = ("regrades"."key_version_id" is not null)),
	CONSTRAINT "regrades_accepted" CHECK (("regrades"."kind" = 'accept-key') = (jsonb_array_length("regrades"."accepted") > 0)),
	CONSTRAINT "regrades_reason_given" CHECK (btrim("regrades"."reason") <> ''),
	CONSTRAINT "regrades_undone_whole" CHECK (("regrades"."undone_at" is null) = ("regrades"."undone_by" is null) and ("regrades"."undone_at" is null) = ("regrades"."undo_reason" is null))
);
--> statement-breakpoint
CREATE TABLE "api_tokens" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"owner_id" uuid NOT NULL,
	"scopes" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"last_used_at" timestamp with time zone,
	CONSTRAINT "api_tokens_token_hash_unique" UNIQUE("token_hash"),
	CONSTRAINT "api_tokens_name_given" CHECK (btrim("api_tokens"."name") <> ''),
	CONSTRAINT "api_tokens_expires" CHECK ("api_tokens"."expires_at" > "api_tokens"."created_at"),
	CONSTRAINT "api_tokens_scoped" CHECK (jsonb_array_length("api_tokens"."scopes") > 0)
);
--> statement-breakpoint
CREATE TABLE "report_export_parts" (
	"export_id" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"content" "bytea" NOT NULL,
	CONSTRAINT "report_export_parts_export_id_ordinal_pk" PRIMARY KEY("export_id","ordinal")
);
--> statement-breakpoint
CREATE TABLE "report_exports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"way" text NOT NULL,
	"requested_by" uuid,
	"api_token_id" uuid,
	"schedule_id" uuid,
	"reason" text DEFAULT '' NOT NULL,
	"query" text NOT NULL,
	"format" text NOT NULL,
	"mapping_version_id" uuid,
	"file_name" text NOT NULL,
	"state" text NOT NULL,
	"rows_expected" bigint,
	"rows_written" bigint DEFAULT 0 NOT NULL,
	"bytes" bigint,
	"sha256" text,
	"failure" text,
	"created_at" timestamp with time zone NOT NULL,
	"started_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	"cancel_asked_at" timestamp with time zone,
	"kept_until" timestamp with time zone,
	"removed_at" timestamp with time zone,
	CONSTRAINT "report_exports_way_known" CHECK ("report_exports"."way" in ('download', 'background', 'schedule', 'command-line', 'api')),
	CONSTRAINT "report_exports_format_known" CHECK ("report_exports"."format" in ('csv', 'xlsx', 'ndjson')),
	CONSTRAINT "report_exports_state_known" CHECK ("report_exports"."state" in ('waiting', 'running', 'finished', 'failed', 'cancelled')),
	CONSTRAINT "report_exports_finished_is_whole" CHECK ("report_exports"."state" <> 'finished' or ("report_exports"."sha256" is not null and "report_exports"."bytes" is not null
        and "report_exports"."finished_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "report_schedule_recipients" (
	"schedule_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	CONSTRAINT "report_schedule_recipients_schedule_id_person_id_pk" PRIMARY KEY("schedule_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "report_schedules" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"format" text NOT NULL,
	"mapping_key" text,
	"span" text NOT NULL,
	"cadence" text NOT NULL,
	"weekday" integer,
	"day_of_month" integer,
	"hour" integer NOT NULL,
	"minute" integer NOT NULL,
	"time_zone" text NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"paused_at" timestamp with time zone,
	"next_run_at" timestamp with time zone,
	"last_run_at" timestamp with time zone,
	CONSTRAINT "report_schedules_name_given" CHECK (btrim("report_schedules"."name") <> ''),
	CONSTRAINT "report_schedules_format_known" CHECK ("report_schedules"."format" in ('csv', 'xlsx', 'ndjson')),
	CONSTRAINT "report_schedules_span_known" CHECK ("report_schedules"."span" in ('all', 'week', 'month', 'quarter')),
	CONSTRAINT "report_schedules_cadence_whole" CHECK (case "report_schedules"."cadence" when 'daily' then "report_schedules"."weekday" is null and "report_schedules"."day_of_month" is null
        when 'weekly' then "report_schedules"."weekday" between 1 and 7 and "report_schedules"."day_of_month" is null
        when 'monthly' then "report_schedules"."day_of_month" between 1 and 28 and "report_schedules"."weekday" is null else false end),
	CONSTRAINT "report_schedules_time_range" CHECK ("report_schedules"."hour" between 0 and 23 and "report_schedules"."minute" between 0 and 59),
	CONSTRAINT "report_schedules_paused_waits" CHECK (("report_schedules"."paused_at" is null) = ("report_schedules"."next_run_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "form_statistics" (
	"assessment_id" uuid PRIMARY KEY NOT NULL,
	"computed_at" timestamp with time zone NOT NULL,
	"attempts" integer NOT NULL,
	"is_fixed_form" boolean NOT NULL,
	"mean" double precision,
	"median" double precision,
	"standard_deviation" double precision,
	"skewness" double precision,
	"kurtosis" double precision,
	"internal_consistency" double precision,
	"error_ratio" double precision,
	"standard_error" double precision
);
--> statement-breakpoint
CREATE TABLE "item_statistics" (
	"assessment_id" uuid NOT NULL,
	"item_version_id" uuid NOT NULL,
	"computed_at" timestamp with time zone NOT NULL,
	"responses" integer NOT NULL,
	"exposure" integer NOT NULL,
	"sum_x" numeric NOT NULL,
	"sum_xx" numeric NOT NULL,
	"sum_xt" numeric NOT NULL,
	"sum_t" numeric NOT NULL,
	"sum_tt" numeric NOT NULL,
	"facility" double precision,
	"standard_deviation" double precision,
	"random_guess_score" double precision,
	"intended_weight" double precision,
	"effective_weight" double precision,
	"discrimination_index" double precision,
	"discriminative_efficiency" double precision,
	"facility_low" double precision,
	"facility_high" double precision,
	"upper_facility" double precision,
	"lower_facility" double precision,
	"alpha_if_deleted" double precision,
	"median_seconds" double precision,
	CONSTRAINT "item_statistics_assessment_id_item_version_id_pk" PRIMARY KEY("assessment_id","item_version_id"),
	CONSTRAINT "item_statistics_counts" CHECK ("item_statistics"."responses" between 0 and "item_statistics"."exposure")
);
--> statement-breakpoint
CREATE TABLE "option_statistics" (
	"assessment_id" uuid NOT NULL,
	"item_version_id" uuid NOT NULL,
	"option_id" text NOT NULL,
	"chosen" integer NOT NULL,
	"point_biserial" double precision,
	"upper_chosen" integer NOT NULL,
	"lower_chosen" integer NOT NULL,
	CONSTRAINT "option_statistics_assessment_id_item_version_id_option_id_pk" PRIMARY KEY("assessment_id","item_version_id","option_id")
);
--> statement-breakpoint
CREATE TABLE "mapping_versions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"version" integer NOT NULL,
	"mapping" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" uuid,
	CONSTRAINT "mapping_versions_version_unique" UNIQUE("key","version"),
	CONSTRAINT "mapping_versions_version_positive" CHECK ("mapping_versions"."version" > 0)
);
--> statement-breakpoint
CREATE TABLE "report_answers" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "report_answers_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"submission_id" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"answer" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"answered_at" timestamp with time zone NOT NULL,
	"recorded_by" uuid,
	CONSTRAINT "report_answers_answer_known" CHECK ("report_answers"."answer" in ('accepted', 'rejected')),
	CONSTRAINT "report_answers_rejected_says_why" CHECK ("report_answers"."answer" = 'accepted' or btrim("report_answers"."reason") <> '')
);
--> statement-breakpoint
CREATE TABLE "report_standings" (
	"completion_id" uuid NOT NULL,
	"report" text NOT NULL,
	"state" text NOT NULL,
	"submission_id" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "report_standings_completion_id_report_pk" PRIMARY KEY("completion_id","report"),
	CONSTRAINT "report_standings_state_known" CHECK ("report_standings"."state" in ('submitted', 'accepted', 'rejected', 'deleting', 'deleted'))
);
--> statement-breakpoint
CREATE TABLE "report_submission_rows" (
	"submission_id" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"completion_id" uuid NOT NULL,
	"record_id" text NOT NULL,
	"values" jsonb NOT NULL,
	CONSTRAINT "report_submission_rows_pk" PRIMARY KEY("submission_id","ordinal"),
	CONSTRAINT "report_submission_rows_once" UNIQUE("submission_id","completion_id")
);
--> statement-breakpoint
CREATE TABLE "report_submissions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"mapping_version_id" uuid NOT NULL,
	"action" text NOT NULL,
	"query" text NOT NULL,
	"reason" text NOT NULL,
	"rows" integer NOT NULL,
	"sha256" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" uuid,
	CONSTRAINT "report_submissions_action_known" CHECK ("report_submissions"."action" in ('add', 'delete')),
	CONSTRAINT "report_submissions_rows_positive" CHECK ("report_submissions"."rows" > 0)
);
--> statement-breakpoint
CREATE TABLE "completion_summaries" (
	"completion_id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"activity_id" uuid NOT NULL,
	"activity_version_id" uuid NOT NULL,
	"completed_on" date NOT NULL,
	"profession" text NOT NULL,
	"country" text NOT NULL,
	"credit_rule_id" uuid,
	"quarter_credits" integer,
	"is_revoked" boolean NOT NULL,
	"score_percent" integer NOT NULL,
	"sort_name" text NOT NULL,
	"name_words" "tsvector" NOT NULL,
	CONSTRAINT "completion_summaries_score_range" CHECK ("completion_summaries"."score_percent" between 0 and 100)
);
--> statement-breakpoint
CREATE TABLE "computed_reports" (
	"subject" text PRIMARY KEY NOT NULL,
	"computed_at" timestamp with time zone NOT NULL,
	"report" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "saved_views" (
	"id" uuid PRIMARY KEY NOT NULL,
	"owner_id" uuid NOT NULL,
	"name" text NOT NULL,
	"is_shared" boolean NOT NULL,
	"query" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "saved_views_name_unique" UNIQUE("owner_id","name"),
	CONSTRAINT "saved_views_name_given" CHECK (btrim("saved_views"."name") <> '')
);
--> statement-breakpoint
ALTER TABLE "attempts" DROP CONSTRAINT "attempts_correct_range";--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "items_dropped" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "regrade_changes" ADD CONSTRAINT "regrade_changes_regrade_fk" FOREIGN KEY ("regrade_id") REFERENCES "public"."regrades"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "regrade_changes" ADD CONSTRAINT "regrade_changes_attempt_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."attempts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "regrades" ADD CONSTRAINT "regrades_item_version_id_item_versions_id_fk" FOREIGN KEY ("item_version_id") REFERENCES "public"."item_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "regrades" ADD CONSTRAINT "regrades_key_version_id_item_versions_id_fk" FOREIGN KEY ("key_version_id") REFERENCES "public"."item_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "regrades" ADD CONSTRAINT "regrades_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "regrades" ADD CONSTRAINT "regrades_undone_by_people_id_fk" FOREIGN KEY ("undone_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_tokens" ADD CONSTRAINT "api_tokens_owner_id_people_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_export_parts" ADD CONSTRAINT "report_export_parts_export_fk" FOREIGN KEY ("export_id") REFERENCES "public"."report_exports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_exports" ADD CONSTRAINT "report_exports_requested_by_people_id_fk" FOREIGN KEY ("requested_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_exports" ADD CONSTRAINT "report_exports_api_token_id_api_tokens_id_fk" FOREIGN KEY ("api_token_id") REFERENCES "public"."api_tokens"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_exports" ADD CONSTRAINT "report_exports_schedule_id_report_schedules_id_fk" FOREIGN KEY ("schedule_id") REFERENCES "public"."report_schedules"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_exports" ADD CONSTRAINT "report_exports_mapping_version_id_mapping_versions_id_fk" FOREIGN KEY ("mapping_version_id") REFERENCES "public"."mapping_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_schedule_recipients" ADD CONSTRAINT "report_schedule_recipients_schedule_id_report_schedules_id_fk" FOREIGN KEY ("schedule_id") REFERENCES "public"."report_schedules"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_schedule_recipients" ADD CONSTRAINT "report_schedule_recipients_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_schedules" ADD CONSTRAINT "report_schedules_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "form_statistics" ADD CONSTRAINT "form_statistics_assessment_id_assessments_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_statistics" ADD CONSTRAINT "item_statistics_assessment_id_assessments_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_statistics" ADD CONSTRAINT "item_statistics_item_version_id_item_versions_id_fk" FOREIGN KEY ("item_version_id") REFERENCES "public"."item_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "option_statistics" ADD CONSTRAINT "option_statistics_item_fk" FOREIGN KEY ("assessment_id","item_version_id") REFERENCES "public"."item_statistics"("assessment_id","item_version_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mapping_versions" ADD CONSTRAINT "mapping_versions_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_answers" ADD CONSTRAINT "report_answers_recorded_by_people_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_answers" ADD CONSTRAINT "report_answers_row_fk" FOREIGN KEY ("submission_id","ordinal") REFERENCES "public"."report_submission_rows"("submission_id","ordinal") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_standings" ADD CONSTRAINT "report_standings_completion_fk" FOREIGN KEY ("completion_id") REFERENCES "public"."completions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_standings" ADD CONSTRAINT "report_standings_row_fk" FOREIGN KEY ("submission_id","ordinal") REFERENCES "public"."report_submission_rows"("submission_id","ordinal") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_submission_rows" ADD CONSTRAINT "report_submission_rows_submission_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."report_submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_submission_rows" ADD CONSTRAINT "report_submission_rows_completion_fk" FOREIGN KEY ("completion_id") REFERENCES "public"."completions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_submissions" ADD CONSTRAINT "report_submissions_mapping_version_id_mapping_versions_id_fk" FOREIGN KEY ("mapping_version_id") REFERENCES "public"."mapping_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_submissions" ADD CONSTRAINT "report_submissions_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "completion_summaries" ADD CONSTRAINT "completion_summaries_completion_id_completions_id_fk" FOREIGN KEY ("completion_id") REFERENCES "public"."completions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "completion_summaries" ADD CONSTRAINT "completion_summaries_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "completion_summaries" ADD CONSTRAINT "completion_summaries_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "completion_summaries" ADD CONSTRAINT "completion_summaries_activity_version_id_activity_versions_id_fk" FOREIGN KEY ("activity_version_id") REFERENCES "public"."activity_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "completion_summaries" ADD CONSTRAINT "completion_summaries_credit_rule_id_credit_rules_id_fk" FOREIGN KEY ("credit_rule_id") REFERENCES "public"."credit_rules"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_owner_id_people_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "regrades_one_in_force" ON "regrades" USING btree ("item_version_id") WHERE "regrades"."undone_at" is null;--> statement-breakpoint
CREATE INDEX "api_tokens_owner" ON "api_tokens" USING btree ("owner_id");--> statement-breakpoint
CREATE INDEX "report_exports_newest" ON "report_exports" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "report_exports_kept" ON "report_exports" USING btree ("kept_until");--> statement-breakpoint
CREATE INDEX "report_schedules_due" ON "report_schedules" USING btree ("next_run_at");--> statement-breakpoint
CREATE INDEX "report_answers_row" ON "report_answers" USING btree ("submission_id","ordinal");--> statement-breakpoint
CREATE INDEX "report_standings_state" ON "report_standings" USING btree ("report","state","completion_id");--> statement-breakpoint
CREATE INDEX "report_submission_rows_completion" ON "report_submission_rows" USING btree ("completion_id");--> statement-breakpoint
CREATE INDEX "report_submissions_newest" ON "report_submissions" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "completion_summaries_day" ON "completion_summaries" USING btree ("completed_on","completion_id");--> statement-breakpoint
CREATE INDEX "completion_summaries_activity" ON "completion_summaries" USING btree ("activity_id","completed_on","completion_id");--> statement-breakpoint
CREATE INDEX "completion_summaries_profession" ON "completion_summaries" USING btree ("profession","completed_on","completion_id");--> statement-breakpoint
CREATE INDEX "completion_summaries_country" ON "completion_summaries" USING btree ("country","completed_on","completion_id");--> statement-breakpoint
CREATE INDEX "completion_summaries_rule" ON "completion_summaries" USING btree ("credit_rule_id","completed_on","completion_id");--> statement-breakpoint
CREATE INDEX "completion_summaries_name" ON "completion_summaries" USING btree ("sort_name","completion_id");--> statement-breakpoint
CREATE INDEX "completion_summaries_person" ON "completion_summaries" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "completion_summaries_words" ON "completion_summaries" USING gin ("name_words");--> statement-breakpoint
CREATE INDEX "completions_attempt" ON "completions" USING btree ("attempt_id");--> statement-breakpoint
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_dropped_range" CHECK ("attempts"."items_dropped" between 0 and "attempts"."items_total");--> statement-breakpoint
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_correct_range" CHECK ("attempts"."items_correct" between 0 and "attempts"."items_total" - "attempts"."items_dropped");
CREATE TABLE "credit_rules" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"version" integer NOT NULL,
	"valid_from" date NOT NULL,
	"rule" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" uuid,
	CONSTRAINT "credit_rules_version_unique" UNIQUE("key","version"),
	CONSTRAINT "credit_rules_valid_from_unique" UNIQUE("key","valid_from"),
	CONSTRAINT "credit_rules_version_positive" CHECK ("credit_rules"."version" > 0)
);
--> statement-breakpoint
CREATE TABLE "provider_versions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"accreditor_id" text NOT NULL,
	"accreditor" text NOT NULL,
	"mode" text NOT NULL,
	"joint_providers" text DEFAULT '' NOT NULL,
	"address" text NOT NULL,
	"contact" text NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"recorded_by" uuid NOT NULL,
	CONSTRAINT "provider_versions_mode_known" CHECK ("provider_versions"."mode" in ('direct', 'joint')),
	CONSTRAINT "provider_versions_complete" CHECK (btrim("provider_versions"."name") <> '' and btrim("provider_versions"."accreditor_id") <> '' and btrim("provider_versions"."accreditor") <> ''
        and ("provider_versions"."mode" = 'direct' or btrim("provider_versions"."joint_providers") <> ''))
);
--> statement-breakpoint
CREATE TABLE "accreditation_attestations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"activity_version_id" uuid NOT NULL,
	"accreditation_statement_id" uuid NOT NULL,
	"provider_version_id" uuid NOT NULL,
	"wording" text NOT NULL,
	"facts" jsonb NOT NULL,
	"attested_by" uuid NOT NULL,
	"attested_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "activity_certificate_images" (
	"activity_version_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"media_type" text NOT NULL,
	"content" "bytea" NOT NULL,
	"caption" text NOT NULL,
	CONSTRAINT "activity_certificate_images_activity_version_id_kind_pk" PRIMARY KEY("activity_version_id","kind"),
	CONSTRAINT "activity_certificate_images_kind_known" CHECK ("activity_certificate_images"."kind" in ('logo', 'signature')),
	CONSTRAINT "activity_certificate_images_type_known" CHECK ("activity_certificate_images"."media_type" in ('image/png', 'image/jpeg')),
	CONSTRAINT "activity_certificate_images_size" CHECK (octet_length("activity_certificate_images"."content") between 1 and 524288),
	CONSTRAINT "activity_certificate_images_captioned" CHECK (btrim("activity_certificate_images"."caption") <> '')
);
--> statement-breakpoint
CREATE TABLE "activity_credit_offers" (
	"activity_version_id" uuid NOT NULL,
	"credit_rule_id" uuid NOT NULL,
	"maximum_quarter_credits" integer NOT NULL,
	CONSTRAINT "activity_credit_offers_pk" PRIMARY KEY("activity_version_id","credit_rule_id"),
	CONSTRAINT "activity_credit_offers_maximum_positive" CHECK ("activity_credit_offers"."maximum_quarter_credits" > 0)
);
--> statement-breakpoint
CREATE TABLE "external_credit_documents" (
	"external_credit_id" uuid PRIMARY KEY NOT NULL,
	"file_name" text NOT NULL,
	"media_type" text NOT NULL,
	"content" "bytea" NOT NULL,
	CONSTRAINT "external_credit_documents_type_known" CHECK ("external_credit_documents"."media_type" in ('application/pdf', 'image/png', 'image/jpeg')),
	CONSTRAINT "external_credit_documents_size" CHECK (octet_length("external_credit_documents"."content") between 1 and 5242880)
);
--> statement-breakpoint
CREATE TABLE "external_credits" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"title" text NOT NULL,
	"provider" text NOT NULL,
	"credit_type" text NOT NULL,
	"quarter_credits" integer NOT NULL,
	"completed_on" date NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "external_credits_amount_range" CHECK ("external_credits"."quarter_credits" between 1 and 4000),
	CONSTRAINT "external_credits_named" CHECK (btrim("external_credits"."title") <> '' and btrim("external_credits"."provider") <> '')
);
--> statement-breakpoint
CREATE TABLE "transcript_shares" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"label" text NOT NULL,
	"from_day" date,
	"to_day" date,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "transcript_shares_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "badges" (
	"id" uuid PRIMARY KEY NOT NULL,
	"certificate_id" uuid NOT NULL,
	"kid" text NOT NULL,
	"jwt" text NOT NULL,
	"issued_at" timestamp with time zone NOT NULL,
	CONSTRAINT "badges_certificate_id_unique" UNIQUE("certificate_id")
);
--> statement-breakpoint
CREATE TABLE "certificate_revocations" (
	"certificate_id" uuid PRIMARY KEY NOT NULL,
	"reason" text NOT NULL,
	"revoked_at" timestamp with time zone NOT NULL,
	"revoked_by" uuid NOT NULL,
	CONSTRAINT "certificate_revocations_reason_given" CHECK (btrim("certificate_revocations"."reason") <> '')
);
--> statement-breakpoint
CREATE TABLE "hidden_certificates" (
	"certificate_id" uuid PRIMARY KEY NOT NULL,
	"hidden_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "signing_keys" (
	"kid" text PRIMARY KEY NOT NULL,
	"public_jwk" jsonb NOT NULL,
	"encrypted_private_key" "bytea" NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"retired_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "verification_grants" (
	"token_hash" "bytea" PRIMARY KEY NOT NULL,
	"certificate_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"granted_by" uuid NOT NULL,
	"granted_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reporting_identifiers" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"licence_state" text,
	"licence_number" text,
	"board_id" text,
	"birth_month" integer,
	"birth_day" integer,
	"nabp_id" text,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "reporting_identifiers_month_range" CHECK ("reporting_identifiers"."birth_month" between 1 and 12),
	CONSTRAINT "reporting_identifiers_day_range" CHECK ("reporting_identifiers"."birth_day" between 1 and 31),
	CONSTRAINT "reporting_identifiers_birth_whole" CHECK (("reporting_identifiers"."birth_month" is null) = ("reporting_identifiers"."birth_day" is null)),
	CONSTRAINT "reporting_identifiers_licence_whole" CHECK (("reporting_identifiers"."licence_state" is null) = ("reporting_identifiers"."licence_number" is null))
);
--> statement-breakpoint
CREATE TABLE "reporting_permissions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"activity_version_id" uuid NOT NULL,
	"report" text NOT NULL,
	"granted" boolean NOT NULL,
	"wording" text NOT NULL,
	"wording_version" integer NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "follow_up_commitments" (
	"follow_up_id" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"commitment" text NOT NULL,
	"status" text NOT NULL,
	"barriers" jsonb DEFAULT '[]'::jsonb NOT NULL,
	CONSTRAINT "follow_up_commitments_follow_up_id_ordinal_pk" PRIMARY KEY("follow_up_id","ordinal"),
	CONSTRAINT "follow_up_commitments_status_known" CHECK ("follow_up_commitments"."status" in ('made', 'partly', 'not-yet', 'given-up'))
);
--> statement-breakpoint
CREATE TABLE "follow_up_items" (
	"follow_up_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"item_version_id" uuid NOT NULL,
	"option_order" jsonb NOT NULL,
	"target_order" jsonb DEFAULT '[]'::jsonb NOT NULL,
	CONSTRAINT "follow_up_items_follow_up_id_position_pk" PRIMARY KEY("follow_up_id","position")
);
--> statement-breakpoint
CREATE TABLE "follow_up_responses" (
	"follow_up_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"response" jsonb NOT NULL,
	"correct" boolean NOT NULL,
	"answered_at" timestamp with time zone NOT NULL,
	CONSTRAINT "follow_up_responses_follow_up_id_position_pk" PRIMARY KEY("follow_up_id","position")
);
--> statement-breakpoint
CREATE TABLE "follow_ups" (
	"id" uuid PRIMARY KEY NOT NULL,
	"evaluation_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"days" integer NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"state" text NOT NULL,
	"token_hash" "bytea",
	"answered_at" timestamp with time zone,
	CONSTRAINT "follow_ups_token_hash_unique" UNIQUE("token_hash"),
	CONSTRAINT "follow_ups_once" UNIQUE("evaluation_id","days"),
	CONSTRAINT "follow_ups_days_known" CHECK ("follow_ups"."days" in (30, 60, 90)),
	CONSTRAINT "follow_ups_state_known" CHECK ("follow_ups"."state" in ('planned', 'sent', 'answered', 'cancelled')),
	CONSTRAINT "follow_ups_answered_at" CHECK (("follow_ups"."state" = 'answered') = ("follow_ups"."answered_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "mail_preferences" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"token" text NOT NULL,
	"follow_ups" boolean NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "mail_preferences_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "outbox_messages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"dedupe_key" text NOT NULL,
	"person_id" uuid NOT NULL,
	"address" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"unsubscribe_url" text,
	"created_at" timestamp with time zone NOT NULL,
	"not_before" timestamp with time zone NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"last_error" text,
	"sent_at" timestamp with time zone,
	"cancelled_at" timestamp with time zone,
	CONSTRAINT "outbox_messages_dedupe_key_unique" UNIQUE("dedupe_key"),
	CONSTRAINT "outbox_messages_tries_range" CHECK ("outbox_messages"."tries" >= 0)
);
--> statement-breakpoint
CREATE TABLE "throttles" (
	"subject" "bytea" PRIMARY KEY NOT NULL,
	"failures" integer NOT NULL,
	"window_started_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "certificates" DROP CONSTRAINT "certificates_credit_id_unique";--> statement-breakpoint
ALTER TABLE "credits" DROP CONSTRAINT "credits_completion_id_unique";--> statement-breakpoint
ALTER TABLE "credits" DROP CONSTRAINT "credits_once";--> statement-breakpoint
ALTER TABLE "certificates" ADD COLUMN "supersedes_id" uuid;--> statement-breakpoint
ALTER TABLE "certificates" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "credits" ADD COLUMN "credit_rule_id" uuid;--> statement-breakpoint
ALTER TABLE "credits" ADD COLUMN "supersedes_id" uuid;--> statement-breakpoint
ALTER TABLE "credits" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "credit_rules" ADD CONSTRAINT "credit_rules_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provider_versions" ADD CONSTRAINT "provider_versions_recorded_by_people_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accreditation_attestations" ADD CONSTRAINT "accreditation_attestations_attested_by_people_id_fk" FOREIGN KEY ("attested_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accreditation_attestations" ADD CONSTRAINT "accreditation_attestations_version_fk" FOREIGN KEY ("activity_version_id") REFERENCES "public"."activity_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accreditation_attestations" ADD CONSTRAINT "accreditation_attestations_statement_fk" FOREIGN KEY ("accreditation_statement_id") REFERENCES "public"."accreditation_statements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accreditation_attestations" ADD CONSTRAINT "accreditation_attestations_provider_fk" FOREIGN KEY ("provider_version_id") REFERENCES "public"."provider_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_certificate_images" ADD CONSTRAINT "activity_certificate_images_version_fk" FOREIGN KEY ("activity_version_id") REFERENCES "public"."activity_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_credit_offers" ADD CONSTRAINT "activity_credit_offers_version_fk" FOREIGN KEY ("activity_version_id") REFERENCES "public"."activity_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_credit_offers" ADD CONSTRAINT "activity_credit_offers_rule_fk" FOREIGN KEY ("credit_rule_id") REFERENCES "public"."credit_rules"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "external_credit_documents" ADD CONSTRAINT "external_credit_documents_credit_fk" FOREIGN KEY ("external_credit_id") REFERENCES "public"."external_credits"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "external_credits" ADD CONSTRAINT "external_credits_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transcript_shares" ADD CONSTRAINT "transcript_shares_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "badges" ADD CONSTRAINT "badges_certificate_id_certificates_id_fk" FOREIGN KEY ("certificate_id") REFERENCES "public"."certificates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "badges" ADD CONSTRAINT "badges_kid_signing_keys_kid_fk" FOREIGN KEY ("kid") REFERENCES "public"."signing_keys"("kid") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificate_revocations" ADD CONSTRAINT "certificate_revocations_certificate_id_certificates_id_fk" FOREIGN KEY ("certificate_id") REFERENCES "public"."certificates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificate_revocations" ADD CONSTRAINT "certificate_revocations_revoked_by_people_id_fk" FOREIGN KEY ("revoked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hidden_certificates" ADD CONSTRAINT "hidden_certificates_certificate_id_certificates_id_fk" FOREIGN KEY ("certificate_id") REFERENCES "public"."certificates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verification_grants" ADD CONSTRAINT "verification_grants_certificate_id_certificates_id_fk" FOREIGN KEY ("certificate_id") REFERENCES "public"."certificates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verification_grants" ADD CONSTRAINT "verification_grants_granted_by_people_id_fk" FOREIGN KEY ("granted_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reporting_identifiers" ADD CONSTRAINT "reporting_identifiers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reporting_permissions" ADD CONSTRAINT "reporting_permissions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reporting_permissions" ADD CONSTRAINT "reporting_permissions_version_fk" FOREIGN KEY ("activity_version_id") REFERENCES "public"."activity_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_up_commitments" ADD CONSTRAINT "follow_up_commitments_follow_up_id_follow_ups_id_fk" FOREIGN KEY ("follow_up_id") REFERENCES "public"."follow_ups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_up_items" ADD CONSTRAINT "follow_up_items_follow_up_id_follow_ups_id_fk" FOREIGN KEY ("follow_up_id") REFERENCES "public"."follow_ups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_up_items" ADD CONSTRAINT "follow_up_items_item_version_id_item_versions_id_fk" FOREIGN KEY ("item_version_id") REFERENCES "public"."item_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_up_responses" ADD CONSTRAINT "follow_up_responses_item_fk" FOREIGN KEY ("follow_up_id","position") REFERENCES "public"."follow_up_items"("follow_up_id","position") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_ups" ADD CONSTRAINT "follow_ups_evaluation_id_evaluations_id_fk" FOREIGN KEY ("evaluation_id") REFERENCES "public"."evaluations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_ups" ADD CONSTRAINT "follow_ups_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_preferences" ADD CONSTRAINT "mail_preferences_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox_messages" ADD CONSTRAINT "outbox_messages_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "external_credits_person" ON "external_credits" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "transcript_shares_person" ON "transcript_shares" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "reporting_permissions_person" ON "reporting_permissions" USING btree ("person_id","activity_version_id");--> statement-breakpoint
CREATE INDEX "follow_ups_due" ON "follow_ups" USING btree ("state","due_at");--> statement-breakpoint
CREATE INDEX "outbox_messages_waiting" ON "outbox_messages" USING btree ("not_before") WHERE "outbox_messages"."sent_at" is null and "outbox_messages"."cancelled_at" is null;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_supersedes_fk" FOREIGN KEY ("supersedes_id") REFERENCES "public"."certificates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credits" ADD CONSTRAINT "credits_credit_rule_id_credit_rules_id_fk" FOREIGN KEY ("credit_rule_id") REFERENCES "public"."credit_rules"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credits" ADD CONSTRAINT "credits_supersedes_fk" FOREIGN KEY ("supersedes_id") REFERENCES "public"."credits"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "certificates_once" ON "certificates" USING btree ("credit_id") WHERE "certificates"."supersedes_id" is null;--> statement-breakpoint
CREATE INDEX "certificates_person" ON "certificates" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "credits_once" ON "credits" USING btree ("person_id","activity_version_id") WHERE "credits"."supersedes_id" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "credits_once_a_completion" ON "credits" USING btree ("completion_id") WHERE "credits"."supersedes_id" is null;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_supersedes_id_unique" UNIQUE("supersedes_id");--> statement-breakpoint
ALTER TABLE "credits" ADD CONSTRAINT "credits_supersedes_id_unique" UNIQUE("supersedes_id");--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_correction_has_reason" CHECK (("certificates"."supersedes_id" is null) = ("certificates"."reason" is null) and btrim(coalesce("certificates"."reason", 'x')) <> '');--> statement-breakpoint
ALTER TABLE "credits" ADD CONSTRAINT "credits_correction_has_reason" CHECK (("credits"."supersedes_id" is null) = ("credits"."reason" is null) and btrim(coalesce("credits"."reason", 'x')) <> '');
CREATE TABLE "institution_newcomers" (
	"token_hash" "bytea" PRIMARY KEY NOT NULL,
	"institution_id" uuid NOT NULL,
	"subject" text NOT NULL,
	"email" text,
	"given_name" text NOT NULL,
	"family_name" text NOT NULL,
	"roles" jsonb NOT NULL,
	"used_second_factor" boolean NOT NULL,
	"return_to" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "institution_roles" (
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"institution_id" uuid NOT NULL,
	CONSTRAINT "institution_roles_person_id_role_pk" PRIMARY KEY("person_id","role")
);
--> statement-breakpoint
ALTER TABLE "institution_newcomers" ADD CONSTRAINT "institution_newcomers_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "institution_roles" ADD CONSTRAINT "institution_roles_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "institution_roles" ADD CONSTRAINT "institution_roles_held" FOREIGN KEY ("person_id","role") REFERENCES "public"."person_roles"("person_id","role") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "institution_newcomers_institution" ON "institution_newcomers" USING btree ("institution_id");--> statement-breakpoint
CREATE INDEX "institution_roles_institution" ON "institution_roles" USING btree ("institution_id");
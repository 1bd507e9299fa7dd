CREATE TABLE "package_uploads" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"id" uuid NOT NULL,
	"file_name" text NOT NULL,
	"files" jsonb NOT NULL,
	"uploaded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "package_uploads_id_unique" UNIQUE("id")
);
--> statement-breakpoint
ALTER TABLE "package_uploads" ADD CONSTRAINT "package_uploads_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
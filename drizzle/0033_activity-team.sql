CREATE TABLE "activity_team" (
	"activity_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"part" text NOT NULL,
	"added_by" uuid NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	CONSTRAINT "activity_team_activity_id_person_id_pk" PRIMARY KEY("activity_id","person_id"),
	CONSTRAINT "activity_team_part_known" CHECK ("activity_team"."part" in ('author', 'reviewer'))
);
--> statement-breakpoint
ALTER TABLE "activity_team" ADD CONSTRAINT "activity_team_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_team" ADD CONSTRAINT "activity_team_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_team" ADD CONSTRAINT "activity_team_added_by_people_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "activity_team_person" ON "activity_team" USING btree ("person_id");
CREATE TABLE "known_places" (
	"subject" "bytea" PRIMARY KEY NOT NULL,
	"last_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "known_places_last" ON "known_places" USING btree ("last_at");
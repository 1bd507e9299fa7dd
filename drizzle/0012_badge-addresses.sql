ALTER TABLE "badges" ADD COLUMN "achievement_id" text NOT NULL;--> statement-breakpoint
ALTER TABLE "badges" ADD COLUMN "issuer_id" text NOT NULL;--> statement-breakpoint
CREATE INDEX "badges_achievement" ON "badges" USING btree ("achievement_id");--> statement-breakpoint
CREATE INDEX "badges_issuer" ON "badges" USING btree ("issuer_id");--> statement-breakpoint
CREATE UNIQUE INDEX "signing_keys_one_in_use" ON "signing_keys" USING btree (("retired_at" is null)) WHERE "signing_keys"."retired_at" is null;
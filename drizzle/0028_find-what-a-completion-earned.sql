CREATE INDEX "certificates_credit" ON "certificates" USING btree ("credit_id");--> statement-breakpoint
CREATE INDEX "credits_completion" ON "credits" USING btree ("completion_id");
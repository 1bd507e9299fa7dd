ALTER TABLE "follow_ups" DROP CONSTRAINT "follow_ups_days_known";--> statement-breakpoint
ALTER TABLE "follow_ups" ADD CONSTRAINT "follow_ups_days_range" CHECK ("follow_ups"."days" between 1 and 366);
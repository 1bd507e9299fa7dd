ALTER TABLE "item_statistics" ADD COLUMN "upper_size" integer NOT NULL;--> statement-breakpoint
ALTER TABLE "item_statistics" ADD COLUMN "lower_size" integer NOT NULL;--> statement-breakpoint
ALTER TABLE "option_statistics" ADD COLUMN "sum_rest" numeric NOT NULL;
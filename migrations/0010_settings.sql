CREATE TABLE "auth"."invitation" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"firm_id" integer NOT NULL,
	"member_id" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "portfolios" DROP CONSTRAINT "portfolios_name";--> statement-breakpoint
DROP INDEX "labels_name";--> statement-breakpoint
ALTER TABLE "firms" ADD COLUMN "enterprise_number" text;--> statement-breakpoint
ALTER TABLE "firms" ADD COLUMN "email" text;--> statement-breakpoint
ALTER TABLE "firms" ADD COLUMN "phone" text;--> statement-breakpoint
ALTER TABLE "firms" ADD COLUMN "street" text;--> statement-breakpoint
ALTER TABLE "firms" ADD COLUMN "postal_code" text;--> statement-breakpoint
ALTER TABLE "firms" ADD COLUMN "city" text;--> statement-breakpoint
ALTER TABLE "firms" ADD COLUMN "country" text;--> statement-breakpoint
ALTER TABLE "firms" ADD COLUMN "languages" text[] DEFAULT '{fr,nl,de,en}' NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "joined_at" timestamp with time zone DEFAULT now();--> statement-breakpoint
ALTER TABLE "institution_links" ADD COLUMN "hidden" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "auth"."user" ADD COLUMN "last_sign_in_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "invitation_of_member" ON "auth"."invitation" USING btree ("firm_id","member_id");--> statement-breakpoint
-- Names that differ only by case or accents become one from here on, so the later of two gets a number.
UPDATE "portfolios" p SET name = name || ' (' || id || ')'
WHERE EXISTS (SELECT FROM "portfolios" o WHERE o.firm_id = p.firm_id AND o.id < p.id AND fold_text(o.name) = fold_text(p.name));--> statement-breakpoint
UPDATE "labels" l SET name = name || ' (' || id || ')'
WHERE deleted_at IS NULL AND EXISTS (SELECT FROM "labels" o WHERE o.firm_id = l.firm_id AND o.id < l.id AND o.deleted_at IS NULL AND fold_text(o.name) = fold_text(l.name));--> statement-breakpoint
CREATE UNIQUE INDEX "portfolios_name" ON "portfolios" USING btree ("firm_id",fold_text(name));--> statement-breakpoint
CREATE UNIQUE INDEX "labels_name" ON "labels" USING btree ("firm_id",fold_text(name)) WHERE deleted_at IS NULL;
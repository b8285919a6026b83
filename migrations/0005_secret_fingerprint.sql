CREATE TABLE "platform"."secret_fingerprint" (
	"single" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"fingerprint" text NOT NULL,
	CONSTRAINT "one_row" CHECK (single)
);

-- hasRightEnterpriseCheck of the kernel.
CREATE FUNCTION is_right_enterprise_number(number text) RETURNS boolean
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN CASE WHEN number ~ '^[01][0-9]{9}$'
  THEN 97 - substr(number, 1, 8)::integer % 97 = substr(number, 9)::integer ELSE false END;
--> statement-breakpoint
-- hasRightVatCheck of the kernel.
CREATE FUNCTION is_right_vat_number(number text) RETURNS boolean
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN CASE WHEN number LIKE 'BE%' THEN is_right_enterprise_number(substr(number, 3))
  ELSE number ~ '^(ATU[0-9]{8}|BG[0-9]{9,10}|CY[0-9]{8}[A-Z]|CZ[0-9]{8,10}|DE[0-9]{9}|DK[0-9]{8}|EE[0-9]{9}|EL[0-9]{9}|ES[A-Z0-9][0-9]{7}[A-Z0-9]|FI[0-9]{8}|FR[A-Z0-9]{2}[0-9]{9}|HR[0-9]{11}|HU[0-9]{8}|IE[0-9][A-Z0-9+*][0-9]{5}[A-Z]{1,2}|IT[0-9]{11}|LT([0-9]{9}|[0-9]{12})|LU[0-9]{8}|LV[0-9]{11}|MT[0-9]{8}|NL[A-Z0-9+*]{10}[0-9]{2}|PL[0-9]{10}|PT[0-9]{9}|RO[0-9]{2,10}|SE[0-9]{12}|SI[0-9]{8}|SK[0-9]{10}|XI([0-9]{9}|[0-9]{12}|GD[0-9]{3}|HA[0-9]{3}))$' END;
--> statement-breakpoint
ALTER TABLE "clients" ADD COLUMN "enterprise_number_valid" boolean GENERATED ALWAYS AS (is_right_enterprise_number(enterprise_number)) STORED;
--> statement-breakpoint
ALTER TABLE "clients" ADD COLUMN "vat_number_valid" boolean GENERATED ALWAYS AS (is_right_vat_number(vat_number)) STORED;

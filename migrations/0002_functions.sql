-- LIKE is not leakproof, so it could not use its index under a row-level policy. This function may, since it runs as
-- the owner of the tables; it takes the firm from the transaction, never from the caller.
CREATE FUNCTION search_clients(patterns text[], national_number bytea) RETURNS SETOF integer
LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 200
SET search_path = public, pg_temp
AS $$
DECLARE
  firm integer := current_setting('fiduscope.firm_id')::integer;
BEGIN
  -- EXECUTE plans each search for its own patterns: two letters are scanned for, longer ones looked up.
  RETURN QUERY EXECUTE
    'SELECT id FROM clients WHERE firm_id = $1 AND search_text LIKE ANY ($2)
     UNION
     SELECT client_id FROM client_contacts WHERE firm_id = $1 AND search_text LIKE ANY ($2)
     UNION
     SELECT id FROM clients WHERE firm_id = $1 AND national_number_hash = $3'
  USING firm, patterns, national_number;
END
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION search_clients(text[], bytea) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION search_clients(text[], bytea) TO fiduscope_app;
--> statement-breakpoint
-- What the fields of clients are made of has a version, by which every server process knows its copy to be old.
CREATE FUNCTION raise_catalogue_version() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  UPDATE firms SET catalogue_version = catalogue_version + 1
  WHERE firm_id = nullif(current_setting('fiduscope.firm_id', true), '')::integer;
  RETURN NULL;
END
$$;
--> statement-breakpoint
DO $$
DECLARE
  list text;
BEGIN
  FOREACH list IN ARRAY ARRAY['portfolios', 'users', 'labels', 'invoice_formats', 'assignment_roles', 'mail_categories'] LOOP
    EXECUTE format(
      'CREATE TRIGGER raise_catalogue_version AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON %I
       FOR EACH STATEMENT EXECUTE FUNCTION raise_catalogue_version()', list);
  END LOOP;
END
$$;

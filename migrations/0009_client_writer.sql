-- Clients are written under a role of their own, which only the applying of a change set takes, so that nothing else can.
-- The role is of the whole server, so another database may have made it already, perhaps this very moment.
DO $$
BEGIN
  CREATE ROLE fiduscope_writer NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END
$$;
--> statement-breakpoint
DO $$
BEGIN
  IF NOT pg_has_role('fiduscope_writer', 'fiduscope_app', 'MEMBER') THEN
    GRANT fiduscope_app TO fiduscope_writer;
  END IF;
  -- Whoever creates a role from PostgreSQL 16 on is a member of it but may not act as it unless that is granted.
  IF current_setting('server_version_num')::integer >= 160000 THEN
    IF NOT pg_has_role(current_user, 'fiduscope_writer', 'SET') THEN
      EXECUTE format('GRANT fiduscope_writer TO %I', current_user);
    END IF;
  ELSIF NOT pg_has_role(current_user, 'fiduscope_writer', 'MEMBER') THEN
    EXECUTE format('GRANT fiduscope_writer TO %I', current_user);
  END IF;
END
$$;
--> statement-breakpoint
DO $$
DECLARE
  client_data text;
BEGIN
  FOREACH client_data IN ARRAY ARRAY['clients', 'client_addresses', 'client_contacts', 'client_assignments',
    'client_labels', 'client_mail_preferences'] LOOP
    EXECUTE format('REVOKE INSERT, UPDATE, DELETE ON %I FROM fiduscope_app', client_data);
    EXECUTE format('GRANT INSERT, UPDATE, DELETE ON %I TO fiduscope_writer', client_data);
  END LOOP;
END
$$;

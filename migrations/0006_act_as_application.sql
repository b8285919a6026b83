-- From PostgreSQL 16 on, whoever creates a role is a member of it but may not act as it unless that is granted.
DO $$
BEGIN
  IF current_setting('server_version_num')::integer >= 160000 THEN
    IF NOT pg_has_role(current_user, 'fiduscope_app', 'SET') THEN
      EXECUTE format('GRANT fiduscope_app TO %I', current_user);
    END IF;
  END IF;
END
$$;

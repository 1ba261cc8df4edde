-- One service's database and its two roles: <database>_owner migrates, <database> serves and makes nothing.
-- Read by psql; the three names come from the environment, so that no password is in a command line:
--   GONGJIANG_DATABASE, GONGJIANG_PASSWORD (of the serving role), GONGJIANG_OWNER_PASSWORD
-- Running it again changes nothing but the passwords.
\set ON_ERROR_STOP on
\getenv database GONGJIANG_DATABASE
\getenv password GONGJIANG_PASSWORD
\getenv owner_password GONGJIANG_OWNER_PASSWORD
\set owner :database _owner

SELECT format('CREATE ROLE %I', name) FROM unnest(ARRAY[:'database', :'owner']) AS role(name)
WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) \gexec

ALTER ROLE :"database" WITH LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD :'password';
ALTER ROLE :"owner" WITH LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD :'owner_password';

SELECT format('CREATE DATABASE %I OWNER %I', :'database', :'owner')
WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = :'database') \gexec

REVOKE ALL ON DATABASE :"database" FROM PUBLIC;
GRANT CONNECT ON DATABASE :"database" TO :"database";

\connect :"database"
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO :"database";

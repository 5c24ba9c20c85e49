-- The database and its two roles; can be run again at any time, and changes passwords when they differ.
--
-- strata_migrate  owns the database and its schema; used for migrations only
-- strata_app      the server's; may do what a migration has granted to it and nothing else
--
-- Needs no superuser: a role with CREATEROLE and CREATEDB will do, as managed PostgreSQL services give to their
-- customers. The extensions are trusted ones, which the owner of a database may create. The server itself must run with
-- max_prepared_transactions of at least the size of the connection pool (STRATA_POSTGRES_POOL, 64).
--
--   psql "host=db.example.com user=postgres dbname=postgres" \
--     -v migrate_password="$(cat strata_migrate_password)" -v app_password="$(cat strata_app_password)" -f roles.sql
--
-- Other variables: database (strata), migrate_user (strata_migrate).

\set ON_ERROR_STOP on
\if :{?database} \else \set database strata \endif
\if :{?migrate_user} \else \set migrate_user strata_migrate \endif

select format('create role %I login', role)
from unnest(array [:'migrate_user', 'strata_app']) as role
where role not in (select rolname from pg_roles)
\gexec
alter role :"migrate_user" password :'migrate_password';
alter role strata_app password :'app_password';

-- Whoever runs this must be able to act as the owner.
grant :"migrate_user" to current_user;

select format('create database %I owner %I', :'database', :'migrate_user')
where :'database' not in (select datname from pg_database)
\gexec

\connect :"database"
set role :"migrate_user";
revoke all on database :"database" from public;
grant connect on database :"database" to strata_app;
create extension if not exists pg_trgm;
create extension if not exists unaccent;
create extension if not exists btree_gist;
revoke all on schema public from public;
grant usage on schema public to strata_app;

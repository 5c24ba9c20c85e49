#!/usr/bin/env bash
# Run by the PostgreSQL image once, when its volume is empty: Strata's roles and database, and Keycloak's.
set -euo pipefail

psql=(psql --no-psqlrc --quiet --username "$POSTGRES_USER" --dbname postgres --set ON_ERROR_STOP=1)

"${psql[@]}" --set migrate_password="$(</run/secrets/strata_migrate_password)" \
  --set app_password="$(</run/secrets/strata_app_password)" --file /opt/strata/roles.sql

"${psql[@]}" --set password="$(</run/secrets/keycloak_database_password)" <<'SQL'
create role keycloak login password :'password';
create database keycloak owner keycloak;
revoke all on database keycloak from public;
SQL

#!/usr/bin/env bash
# Makes the secrets that docker-compose.yml reads: one file each, from the system's random source. What is there stays.
#
#   make-secrets.sh [folder]      default: .secrets beside docker-compose.yml
set -euo pipefail

folder=${1:-$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)/.secrets}
# The folder is closed to others; the files are readable, because each container reads its own as a user of its own.
install -d -m 0700 "$folder"

keep() {
  if [[ ! -e $folder/$1 ]]; then
    cat > "$folder/$1"
    chmod 0644 "$folder/$1"
  fi
}
random() { head -c "$1" /dev/urandom | base64 | tr -d '\n'; }
password() { random 24 | tr '+/' '-_'; }

for name in postgresql_superuser_password strata_migrate_password strata_app_password neo4j_password \
  s3_access_key s3_secret_key admin_password keycloak_database_password keycloak_admin_password; do
  password | keep "$name"
done
random 32 | keep encryption_key
# Somebody else's secret: write the mail server's password into it.
: | keep mail_password
printf 'neo4j/%s' "$(<"$folder/neo4j_password")" | keep neo4j_auth

echo "Secrets are in $folder. First sign-in: admin with the password in $folder/admin_password"

#!/usr/bin/env bash
# Starts the server with the application; the entry point of the image.
#
#   start.sh [home of the server] [EAR] [folder for what the server keeps]
#
# The server's programs are never written to: its configuration and the application are copied to the folder of what
# it keeps at each start, so a new image is all that an update takes.
set -euo pipefail

home=${1:-/opt/strata/server}
ear=${2:-/opt/strata/strata.ear}
base=${3:-/var/lib/strata}

# The application reads a secret from NAME or from the file in NAME_FILE; the server's own configuration knows the
# environment only.
for name in STRATA_POSTGRES_PASSWORD STRATA_POSTGRES_MIGRATE_PASSWORD STRATA_MAIL_PASSWORD; do
  file=${name}_FILE
  if [[ -n ${!file:-} ]]; then
    if [[ ! -r ${!file} ]]; then
      echo "$file names ${!file}, which cannot be read." >&2
      exit 1
    fi
    export "$name=$(<"${!file}")"
  fi
done

# The compose file hands on what is not chosen as empty; the server's configuration tells only absent from present.
for name in STRATA_MAIL_HOST STRATA_MAIL_USER STRATA_MAIL_PASSWORD; do
  if [[ -z ${!name:-} ]]; then
    unset "$name"
  fi
done

mkdir -p "$base"/{configuration,deployments,temporary}
find "$home/standalone/configuration" -maxdepth 1 -type f -exec cp -t "$base/configuration/" {} +
rm -rf "${base:?}"/deployments/* "${base:?}"/temporary/*
cp "$ear" "$base/deployments/strata.ear"
touch "$base/deployments/strata.ear.dodeploy"

# Native libraries are unpacked into the temporary folder, so it may not be mounted noexec.
export JAVA_OPTS="-Xms256m -Xmx${STRATA_SERVER_MEMORY:-1g} -XX:MetaspaceSize=192m -XX:+ExitOnOutOfMemoryError \
-Djava.awt.headless=true -Djava.net.preferIPv4Stack=true -Djava.io.tmpdir=$base/temporary ${STRATA_SERVER_OPTIONS:-}"
# The start script hands signals on to the server and waits for its orderly end.
export LAUNCH_JBOSS_IN_BACKGROUND=1
exec bash "$home/bin/standalone.sh" --read-only-server-config=standalone-strata.xml "-Djboss.server.base.dir=$base"

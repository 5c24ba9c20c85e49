#!/usr/bin/env bash
# Ends with 0 when the server is ready for requests: it runs, the application is deployed, every store answers.
set -euo pipefail

exec 3<>"/dev/tcp/127.0.0.1/${STRATA_MANAGEMENT_PORT:-9990}"
printf 'GET /health/ready HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3
read -r -t 5 _ status _ <&3
[[ $status == 200 ]]

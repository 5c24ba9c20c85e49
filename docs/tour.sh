#!/usr/bin/env bash
# The tour of README.md, executable. Every command of the README stands here word for word; a test checks that.
#
#   STRATA_URL=http://127.0.0.1:8080 STRATA_PASSWORD=... docs/tour.sh
#
# Needs a running Strata that may call this machine (STRATA_EGRESS_ALLOW=127.0.0.1), curl and Node. Ends with 0 when
# everything happened as the README says.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

: "${STRATA_URL:=http://127.0.0.1:8080}"
: "${STRATA_PASSWORD:?the password of the first administrator}"
RECEIVER=

say() { printf '\n== %s\n' "$1"; }
expect() {
  if ! [[ $1 =~ $2 ]]; then
    echo "Expected to match \"$2\": $1" >&2
    exit 1
  fi
}
clean_up() {
  if [[ -n $RECEIVER ]]; then kill "$RECEIVER" 2> /dev/null || true; fi
}
trap clean_up EXIT

say "Sign in"
field() { node -p "JSON.parse(require('fs').readFileSync(0)).$1"; }
JSON='Content-Type: application/json'
TOKEN=$(curl -fsS "$STRATA_URL/api/v1/auth/login" -H "$JSON" -d "{\"handle\":\"admin\",\"password\":\"$STRATA_PASSWORD\"}" | field token)
api() { curl -fsS -H "Authorization: Bearer $TOKEN" "$STRATA_URL/api/v1$1" "${@:2}"; }
api /auth/me | field display_name

say "A workspace, a project in it, a component and an issue below that"
WORKSPACE=$(api /workspaces -H "$JSON" -d '{"name":"Tour"}' | field id)
PROJECT=$(api "/workspaces/$WORKSPACE/projects" -H "$JSON" -d "{\"key\":\"TOUR$RANDOM\",\"name\":\"Web shop\"}" | field id)
COMPONENT=$(api "/projects/$PROJECT/nodes" -H "$JSON" -d '{"kind":"component","title":"Payments"}' | field id)
ISSUE=$(api "/projects/$PROJECT/nodes" -H "$JSON" -d "{\"kind\":\"issue\",\"parent_id\":\"$COMPONENT\",\"title\":\"Agree on terms with the bank\"}" | field short_id)
api "/nodes/$ISSUE" | field "path.map(node => node.title)"
expect "$ISSUE" '^TOUR[0-9]+-[0-9]+$'

say "A topic, and a document for the issue"
api "/workspaces/$WORKSPACE/topics" -H "$JSON" -d '{"name":"Card payments","description":"Payments by card: capture, settlement, refunds, chargebacks and the fees of the bank."}' | field name
DOCUMENT=$(api "/workspaces/$WORKSPACE/documents" -F "node_id=$ISSUE" -F "file=@docs/samples/terms-of-payment.pdf" | field items[0].id)
for i in $(seq 120); do STATUS=$(api "/documents/$DOCUMENT" | field status); case $STATUS in ready | failed) break ;; esac; sleep 1; done; echo "$STATUS"
api "/documents/$DOCUMENT" | field "topics.map(topic => topic.name + ' ' + topic.confidence)"
api "/nodes/$ISSUE" | field "artifacts.map(artifact => artifact.title)"
expect "$STATUS" '^ready$'
expect "$(api "/documents/$DOCUMENT" | field "topics.map(topic => topic.name).join()")" 'Card payments'
expect "$(api "/nodes/$ISSUE" | field 'artifacts.length')" '^1$'

say "Search"
api "/workspaces/$WORKSPACE/documents?query=chargeback" | field "items.map(document => document.title + ': ' + document.snippet)"
expect "$(api "/workspaces/$WORKSPACE/documents?query=chargeback" | field items[0].id)" "^$DOCUMENT\$"
expect "$(api "/workspaces/$WORKSPACE/documents?query=zeppelin" | field items.length)" '^0$'

say "A webhook, received and verified"
SECRET=$(api "/projects/$PROJECT/webhooks" -H "$JSON" -d '{"url":"http://127.0.0.1:9321/","events":["node.created"]}' | field secret)
node docs/samples/receiver.mjs 9321 "$SECRET" & RECEIVER=$!
api "/projects/$PROJECT/nodes" -H "$JSON" -d "{\"kind\":\"issue\",\"parent_id\":\"$COMPONENT\",\"title\":\"Try the sandbox\"}" | field short_id
wait "$RECEIVER"
RECEIVER=

say "Health, and who did what"
curl -fsS "$STRATA_URL/health" | field "dependencies.map(dependency => dependency.name + ' ' + dependency.status)"
api "/audit?workspace_id=$WORKSPACE&limit=5" | field "items.map(entry => entry.actor_handle + ' ' + entry.action)"
expect "$(curl -fsS "$STRATA_URL/health" | field status)" '^up$'
expect "$(api "/audit?workspace_id=$WORKSPACE" | field "items.map(entry => entry.action).join()")" 'webhook\.created.*workspace\.created'

say "The tour is complete"

#!/usr/bin/env bash
# Makes the pictures in README and docs/reading-room.md anew, of what the browser tests see. Wants Chromium.
set -euo pipefail
cd "$(dirname "$0")/.."

dotnet test tests/CasualtyApi.BrowserTests --filter "FullyQualifiedName~DocumentationTests|FullyQualifiedName~PagesTests|FullyQualifiedName~StatesTests"
while read -r seen shown; do
  cp ".artifacts/pictures/$seen.png" "docs/pictures/$shown.png"
done <<'PICTURES'
docs-overview overview
docs-document document
docs-review review
compare-dark compare-dark
try-read try
overview-phone phone
PICTURES

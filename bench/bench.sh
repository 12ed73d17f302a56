#!/usr/bin/env bash
# Installs the peers, measures five quiet runs at 10,000 products, prints the table.
# usage: bench.sh [option of run_peers.py ...]   (WORK: another folder for the peers)
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
work=${WORK:-${TMPDIR:-/tmp}/benchlab}
python=$here/../.venv/bin/python

[ -x "$work/floor" ] || "$here/setup.sh" "$work"
mkdir -p "$work"
"$python" -m compileall -q "$here/../pavilion_gen"  # as every run but the first finds it
rows=$work/rows-$(date +%Y%m%d-%H%M%S).json
"$python" "$here/run_peers.py" --work "$work" --n 10000 --json "$rows" \
  --what cold noop edit memory server verify floor "$@"
echo
"$python" "$here/table.py" "$rows"

#!/bin/sh
# published_paths.sh TABLE.tsv LEG_FACTS.json: is the table still what published_paths.py makes of the published model?
# Exit 77 where the model (kept beside the repository, not in it) or numpy is missing.
set -eu
table=$1 facts=$2
python=/usr/bin/python3
[ -f "$facts" ] || { echo "skipped: $facts is not here"; exit 77; }
"$python" -c 'import numpy' 2>/dev/null || { echo "skipped: python3-numpy is not installed"; exit 77; }
exec "$python" "$(dirname "$0")/published_paths.py" "$facts" "$table"

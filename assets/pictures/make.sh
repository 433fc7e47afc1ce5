#!/bin/sh
# make.sh PROGRAM: makes the README's picture and animation with the program itself (which needs ffmpeg for the GIF).
set -eu
program=$1
here=$(CDPATH= cd "$(dirname "$0")" && pwd)

# second of the lesson at which a step starts
start_of() { "$program" list steps | awk -F '\t' -v id="$1" '$1 == id { print $2 + 0 }'; }
from=$(start_of lengthen_2)

"$program" render --time "$(awk "BEGIN { print $from + 4.2 }")" --size 1280x720 --out "$here/lengthen.png"
"$program" render --from "$from" --to "$(awk "BEGIN { print $from + 7 }")" --fps 8 --size 480x300 --camera side --no-text \
    --level full --out "$here/lengthen.gif"

#!/bin/sh
# make.sh PROGRAM: makes the README's picture and animation with the program itself (and ffmpeg for the GIF).
set -eu
program=$1
here=$(CDPATH= cd "$(dirname "$0")" && pwd)
frames=$(mktemp -d)
trap 'rm -rf "$frames"' EXIT

# seconds of the lesson at which a step starts and how long it lasts
start_of() { "$program" list steps | awk -F '\t' -v id="$1" '$1 == id { print $2 + 0 }'; }
from=$(start_of lengthen_2)

"$program" render --time "$(awk "BEGIN { print $from + 4.2 }")" --size 1280x720 --out "$here/lengthen.png"
for i in $(seq 0 35); do
    "$program" render --time "$(awk "BEGIN { print $from + $i * 0.2 }")" --size 480x300 --camera side --no-text \
        --out "$frames/$(printf %03d "$i").png" >/dev/null
done
ffmpeg -hide_banner -loglevel error -y -framerate 10 -i "$frames/%03d.png" \
    -vf "split[a][b];[a]palettegen=max_colors=96:stats_mode=diff[p];[b][p]paletteuse=dither=bayer:bayer_scale=4" "$here/lengthen.gif"

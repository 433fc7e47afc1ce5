#!/bin/sh
# likeness.sh MODEL.glb COMPARE.py: is the built leg as like the reference atlas as another release of that atlas is?
# Prints the scores; exit 77 where the atlas (kept beside the repository, not in it) or numpy is missing.
set -eu
model=$1 compare=$2
python=/usr/bin/python3
[ -f "$compare" ] || { echo "skipped: $compare is not here"; exit 77; }
"$python" -c 'import numpy, PIL' 2>/dev/null || { echo "skipped: python3-numpy and python3-pil are not installed"; exit 77; }
scores=$("$python" "$compare" "$model")
echo "$scores"
echo "$scores" | awk '
    function least(name, column, wanted) {
        seen[name] = 1
        if ($column < wanted) { print "too low: " name " " $column " < " wanted; failed = 1 }
    }
    $1 == "hip_bone_right" || $1 == "femur" || $1 == "patella" { least($1, 2, 0.75) }
    $1 == "biceps_femoris_long_head" { least($1, 3, 0.82) }
    $1 == "biceps_femoris_short_head" { least($1, 3, 0.80) }
    $1 == "semitendinosus" { least($1, 3, 0.74) }
    $1 == "semimembranosus" { least($1, 3, 0.80) }
    $1 == "MEAN" && $2 == "bone" { least("bones", 4, 0.80) }
    $1 == "MEAN" && $2 == "muscle" {
        least("muscles placed", 3, 0.60); least("muscles shape", 4, 0.74); least("muscles volume", 5, 0.9)
        if ($5 > 1.15) { print "too high: median volume of the muscles " $5; failed = 1 }
    }
    END { for (name in seen) count++; if (count != 11) { print "scores are missing: " count " of 11"; failed = 1 }; exit failed }'

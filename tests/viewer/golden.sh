#!/bin/sh
# golden.sh PROGRAM COMPARE EXPECTED.png OUT_FOLDER render-arguments...: draws the picture with the shipped program on
# Mesa's software renderer and compares. PINSTRETCH_UPDATE_GOLDEN=1 replaces the expected picture instead.
set -eu
program=$1 compare=$2 expected=$3 out=$4
shift 4
mkdir -p "$out"
actual=$out/$(basename "$expected")
export LIBGL_ALWAYS_SOFTWARE=1 GALLIUM_DRIVER=llvmpipe
if ! "$program" "$@" --out "$actual" 2>"$actual.log"; then
    cat "$actual.log"
    grep -q EGL "$actual.log" && { echo "skipped: no windowless OpenGL here"; exit 77; }
    exit 1
fi
if [ "${PINSTRETCH_UPDATE_GOLDEN:-0}" = 1 ]; then
    mkdir -p "$(dirname "$expected")"
    cp "$actual" "$expected"
    echo "updated $expected: look at it before you commit it"
    exit 0
fi
exec "$compare" "$expected" "$actual" "$out"

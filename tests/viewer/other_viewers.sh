#!/bin/sh
# other_viewers.sh MODEL.glb OUT_FOLDER [THREE_FOLDER]: opens the model in f3d and in three.js (headless Chromium) and
# leaves pictures from behind and from the side in OUT_FOLDER, to be looked at. Fails when a viewer cannot open the model,
# or when three.js shows it black or not at all. Not part of the default tests: run it by hand after the model's format
# or materials changed. Needs f3d and xvfb-run; chromium, python3 and npm's three (THREE_FOLDER, else it is fetched).
# Exit code 77 when neither viewer is installed.
set -eu
model=$(realpath "$1")
mkdir -p "$2"
out=$(realpath "$2")
here=$(dirname "$(realpath "$0")")
opened=0 failed=0

if command -v f3d >/dev/null && command -v xvfb-run >/dev/null; then
    for view in back:180 side:-90; do
        picture=$out/f3d_${view%%:*}.png
        rm -f "$picture"
        LIBGL_ALWAYS_SOFTWARE=1 timeout 300 xvfb-run -a f3d --dry-run --quiet --resolution 900,1200 \
            --camera-azimuth-angle "${view##*:}" --output "$picture" "$model" || true
        if [ -s "$picture" ]; then echo "$picture"; else echo "f3d made no picture of $model"; failed=1; fi
    done
    opened=1
else
    echo "f3d: skipped, f3d or xvfb-run is not installed"
fi

see_in_three() {
    served=$out/served
    rm -rf "$served"
    mkdir -p "$served"
    cp "$here/other_viewers.html" "$served/index.html"
    ln -s "$model" "$served/model.glb"
    if [ -n "$1" ]; then
        ln -s "$(realpath "$1")" "$served/three"
    else
        npm install --silent --no-save --prefix "$out/npm" three >/dev/null || return 1
        ln -s "$out/npm/node_modules/three" "$served/three"
    fi
    python3 -u -m http.server 0 --bind 127.0.0.1 --directory "$served" >"$out/server.log" 2>&1 &
    server=$!
    trap 'kill $server 2>/dev/null || true; rm -rf "$out/profile"' EXIT
    port=
    while [ -z "$port" ]; do
        sleep 0.2
        kill -0 $server || return 1
        port=$(sed -n 's/^Serving HTTP on .* port \([0-9]*\).*/\1/p' "$out/server.log")
    done
    for view in back side; do
        for what in "--screenshot=$out/three_$view.png" --dump-dom; do
            timeout 300 chromium --headless --no-sandbox --disable-quic --no-first-run --disable-background-networking \
                --disable-component-update --disable-sync --user-data-dir="$out/profile" --use-gl=angle \
                --use-angle=swiftshader --enable-unsafe-swiftshader --window-size=900,1200 \
                --virtual-time-budget=60000 "$what" "http://127.0.0.1:$port/index.html?model=model.glb&view=$view" \
                2>"$out/chromium.log" >"$out/page.html" || return 1
        done
        said=$(sed -n 's/.*<pre id="said">\(.*\)<\/pre>.*/\1/p' "$out/page.html")
        echo "$view: $said"
        echo "$out/three_$view.png"
        case $said in *" bare 0 "*) ;; *) return 1 ;; esac
        echo "$said" | awk '{ for (i = 1; i < NF; ++i) v[$i] = $(i + 1); exit !(v["covered"] > 0.02 && v["black"] < 0.01) }' ||
            return 1
    done
}

if command -v chromium >/dev/null && command -v python3 >/dev/null &&
    { [ -n "${3:-}" ] || command -v npm >/dev/null; }; then
    see_in_three "${3:-}" || { echo "three.js: failed, see $out"; failed=1; }
    opened=1
else
    echo "three.js: skipped, chromium, python3 or npm is not installed"
fi
[ $failed -eq 0 ] || exit 1
[ $opened -eq 1 ] || exit 77

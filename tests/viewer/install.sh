#!/bin/sh
# install.sh BUILD CMAKE: the installed program finds its files from any working directory; cpack makes a .deb.
set -eu
build=$1 cmake=$2
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$cmake" --install "$build" --prefix "$folder/usr" >/dev/null
cd /
export XDG_CACHE_HOME=$folder/cache
"$folder/usr/bin/pinstretch" list lessons | grep -q hamstring_str
"$folder/usr/bin/pinstretch" check "$folder/usr/share/pinstretch/assets/lessons/hamstring_str.toml"
"$folder/usr/bin/pinstretch" render --out "$folder/a.png" --size 64x48 --time 1 --no-text
[ -s "$folder/a.png" ]
command -v dpkg-shlibdeps >/dev/null || { echo "no dpkg-dev: the .deb is not tried"; exit 0; }
(cd "$build" && cpack -B "$folder/package" >"$folder/cpack.log" 2>&1) || { cat "$folder/cpack.log"; exit 1; }
dpkg-deb --contents "$folder"/package/*.deb | grep usr/share/pinstretch/assets/leg.glb >/dev/null

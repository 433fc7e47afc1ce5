#!/bin/sh
# Installs what is missing of the named groups of packages.txt: `install.sh build run`. Says what it installs; asks
# nothing when standard input is not a terminal.
set -eu
here=$(CDPATH= cd "$(dirname "$0")" && pwd)

wanted() {
    for group in "$@"; do
        awk -v group="[$group]" '/^\[/ { on = ($1 == group); next } on && !/^#/ && NF { print $1 }' "$here/packages.txt"
    done
}

# A tool that came from elsewhere (Node.js from its own site, say) does as well as Debian's package.
present() {
    dpkg-query -W -f='${Status}' "$1" 2>/dev/null | grep -q 'ok installed' && return 0
    case $1 in
    cmake | g++ | xvfb | xauth | xdotool | nodejs | npm | file | ffmpeg)
        command -v "$(echo "$1" | sed 's/^nodejs$/node/; s/^xvfb$/Xvfb/')" >/dev/null 2>&1 ;;
    *) return 1 ;;
    esac
}

missing=
for package in $(wanted "$@"); do
    present "$package" || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

if ! command -v apt-get >/dev/null 2>&1; then
    echo "pinstretch: this system has no apt-get; install these packages yourself:$missing" >&2
    exit 1
fi
sudo=
if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null 2>&1 || {
        echo "pinstretch: run as root, or install sudo, to install:$missing" >&2
        exit 1
    }
    sudo="sudo"
    [ -t 0 ] || sudo="sudo -n"
fi
echo "pinstretch: installing with apt-get:$missing" >&2
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if ! { $sudo apt-get update &&
    $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $missing; } >"$log" 2>&1 </dev/null; then
    tail -n 20 "$log" >&2
    echo "pinstretch: apt-get could not install the packages above; mend that and run again" >&2
    exit 1
fi

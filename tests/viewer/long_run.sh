#!/bin/sh
# long_run.sh PROGRAM [MINUTES [FRAMES]]: by hand, not part of ctest. Plays the lesson in a window on a virtual display for
# 10 minutes with keys and mouse, then draws 100,000 small pictures, and prints frame times, memory over time, and whether
# any key was lost. Exit code 1 when one was, or when memory grew by more than 5 % in the second half.
set -u
program=$1 minutes=${2:-10} frames=${3:-100000}
for tool in Xvfb xdotool; do
    command -v $tool >/dev/null || { echo "skipped: $tool is not installed"; exit 77; }
done
folder=$(mktemp -d)
code=0
memory() { awk -v what="$1" '$1 == what ":" { print $2 }' "/proc/$2/status" 2>/dev/null; }
# grown WHAT FIRST LAST, in kB
grown() {
    echo "$1: resident memory $2 kB half way, $3 kB at the end"
    [ "$3" -le $(($2 + $2 / 20)) ] || { echo "FAILED: it grew by more than 5 %"; code=1; }
}

play() {
    Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp 3>"$folder/display" >/dev/null 2>&1 &
    xvfb=$!
    until [ -s "$folder/display" ]; do sleep 0.1; done
    export DISPLAY=:$(cat "$folder/display") XDG_CONFIG_HOME="$folder/config" LIBGL_ALWAYS_SOFTWARE=1
    mkdir "$folder/hud" # Mesa writes there how many frames each second had
    GALLIUM_HUD=fps GALLIUM_HUD_VISIBLE=false GALLIUM_HUD_PERIOD=1 GALLIUM_HUD_DUMP_DIR="$folder/hud" \
        "$program" view >"$folder/log" 2>&1 &
    pid=$!
    trap 'kill $pid $xvfb 2>/dev/null; rm -rf "$folder"' EXIT
    window=$(timeout 60 xdotool search --sync --onlyvisible --name '^Pinstretch' | head -n 1)
    xdotool windowfocus "$window"
    sleep 3
    presses=0 round=0 rounds=$((minutes * 20)) early=
    while [ $round -lt $rounds ]; do # of 3 s each
        [ $((round % 50)) -eq 0 ] && { xdotool key ctrl+Home; sleep 0.5; xdotool key space; }
        xdotool mousemove 640 350 mousedown 1 mousemove_relative 40 6 mousemove_relative -- -40 -6 mouseup 1 click 4 click 5
        xdotool key v
        presses=$((presses + 1)) round=$((round + 1))
        sleep 2.5
        [ $round -eq $((rounds / 2)) ] && early=$(memory VmRSS $pid)
        kill -0 $pid 2>/dev/null || { echo "FAILED: the program ended"; cat "$folder/log"; exit 1; }
    done
    sleep 8
    grown "$minutes minutes of playing" "$early" "$(memory VmRSS $pid)"
    echo "peak $(memory VmHWM $pid) kB"
    awk '{ print $NF }' "$folder"/hud/fps* | sort -n | awk '$1 > 1 { fps[n++] = $1 }
        END { if (n) printf "frames in a second that moved: median %.0f, 5th percentile %.0f\n", fps[int(n / 2)], fps[int(n / 20)] }'
    # the look goes round by three with every press
    set -- plate studio plain
    shift $((presses % 3))
    if grep -q "look = \"$1\"" "$folder/config/pinstretch/preferences.toml"; then
        echo "none of $presses key presses was lost"
    else
        echo "FAILED: of $presses key presses some were lost"
        code=1
    fi
    xdotool key ctrl+q
    wait $pid
}

draw() {
    "$program" bench --level lowest --size 320x180 --frames "$frames" >"$folder/bench" 2>&1 &
    pid=$!
    : >"$folder/memory"
    while kill -0 $pid 2>/dev/null; do
        memory VmRSS $pid >>"$folder/memory"
        sleep 5
    done
    wait $pid || code=1
    cat "$folder/bench"
    samples=$(wc -l <"$folder/memory")
    half=$((samples / 2 + 1)) late=$((samples * 9 / 10 + 1)) # after the frames bench loads the full leg
    grown "$frames frames" "$(sed -n ${half}p "$folder/memory")" "$(sed -n ${late}p "$folder/memory")"
}

[ "$minutes" -gt 0 ] && play
[ "$frames" -gt 0 ] && draw
exit $code

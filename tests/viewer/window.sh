#!/bin/sh
# window.sh PROGRAM COMPARE: a real window on a virtual display, driven with real keys and a real mouse.
set -u
program=$1 compare=$2
for tool in Xvfb xdotool; do
    command -v $tool >/dev/null || { echo "skipped: $tool is not installed"; exit 77; }
done
folder=$(mktemp -d)
cd "$folder" || exit 1
Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp 3>display >xvfb.log 2>&1 &
xvfb=$!
pid=
trap 'kill $pid $xvfb 2>/dev/null; rm -rf "$folder"' EXIT
tries=0
until [ -s display ]; do
    sleep 0.1
    tries=$((tries + 1))
    [ $tries -lt 100 ] || { echo "skipped: Xvfb does not start"; exit 77; }
done
DISPLAY=:$(cat display)
export DISPLAY XDG_CACHE_HOME=$folder/cache XDG_CONFIG_HOME=$folder/config LIBGL_ALWAYS_SOFTWARE=1

"$program" view >program.log 2>&1 &
pid=$!
window=$(timeout 60 xdotool search --sync --onlyvisible --name '^Pinstretch' | head -n 1)
[ -n "$window" ] || { echo "FAILED: no window opened"; cat program.log; exit 1; }
xdotool windowfocus "$window"
fail() { echo "FAILED: $1"; cat program.log; exit 1; }

pictures=0
# picture: F12, and wait for the file that it writes
picture() {
    pictures=$((pictures + 1))
    file=out/screenshot_$(printf %03d $pictures).png
    xdotool key F12
    for i in $(seq 200); do
        [ -s "$file" ] && return
        kill -0 $pid 2>/dev/null || fail "the program ended at picture $pictures"
        sleep 0.1
    done
    fail "F12 wrote no $file"
}
# differs A B WHAT
differs() {
    "$compare" "out/screenshot_$1.png" "out/screenshot_$2.png" "$folder" >/dev/null 2>&1 && fail "$3 changed nothing"
    return 0
}

sleep 1
picture                                     # 001 the lesson's start
xdotool key Next; sleep 2; picture          # 002 Page Down: next step
differs 001 002 "the next step (Page Down)"
xdotool mousemove 640 350 mousedown 1 mousemove_relative 120 20 mouseup 1; sleep 1; picture   # 003 orbit
differs 002 003 "dragging"
xdotool mousemove 640 350 click 4 click 4 click 4; sleep 1; picture      # 004 zoom
differs 003 004 "the wheel"
xdotool key Home; sleep 2; picture          # 005 home
differs 004 005 "Home"
"$compare" out/screenshot_002.png out/screenshot_005.png "$folder" >/dev/null || fail "Home does not bring back the step's view"
xdotool key space; sleep 3; xdotool key space; sleep 1; picture          # 006 played
differs 005 006 "playing (Space)"
xdotool mousemove 640 330 click 1; sleep 1; xdotool key F1; sleep 1; xdotool key F1
xdotool windowsize "$window" 1024 640; sleep 1; picture                  # 007 smaller window
[ "$(stat -c %s out/screenshot_007.png)" != "$(stat -c %s out/screenshot_006.png)" ] || fail "resizing changed nothing"

# nothing happens, nothing is drawn: processor time over two idle seconds, in clock ticks of 10 ms
sleep 2
ticks() { awk '{ print $14 + $15 }' /proc/$pid/stat; }
before=$(ticks); sleep 2; after=$(ticks)
[ $((after - before)) -le 10 ] || fail "idle, the program used $((after - before)) ticks of processor time in 2 s"

xdotool key ctrl+q
for i in $(seq 50); do kill -0 $pid 2>/dev/null || break; sleep 0.1; done
kill -0 $pid 2>/dev/null && fail "Ctrl+Q does not quit"
wait $pid
code=$?
[ $code -eq 0 ] || fail "exit code $code"

#!/bin/sh
# window.sh PROGRAM COMPARE: a real window on a virtual display, driven with real keys and a real mouse; and what it shows is
# what `render` draws without a window.
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

fail() { echo "FAILED: $1"; cat program.log; exit 1; }
# aside: the pointer lies on the menu bar, where it points at nothing in the picture
aside() { xdotool mousemove 640 12; }
# open_window arguments..., quit
open_window() {
    "$program" view "$@" >program.log 2>&1 &
    pid=$!
    window=$(timeout 60 xdotool search --sync --onlyvisible --name '^Pinstretch' | head -n 1)
    [ -n "$window" ] || fail "no window opened"
    xdotool windowfocus "$window"
    aside # without a client the display had put the pointer back into its middle
}
quit() {
    xdotool key ctrl+q
    for i in $(seq 300); do kill -0 $pid 2>/dev/null || break; sleep 0.1; done
    kill -0 $pid 2>/dev/null && fail "Ctrl+Q does not quit"
    wait $pid
    code=$?
    [ $code -eq 0 ] || fail "exit code $code"
}

open_window

# A slow machine takes seconds for a frame: everything below waits for what it expects, and gives up after a minute.
pictures=0
# picture: F12, and wait for the file that it writes; Esc puts the message about it away again
picture() {
    pictures=$((pictures + 1))
    file=out/screenshot_$(printf %03d $pictures).png
    xdotool key F12
    for i in $(seq 600); do
        [ -s "$file" ] && { xdotool key Escape; return; }
        kill -0 $pid 2>/dev/null || fail "the program ended at picture $pictures"
        sleep 0.1
    done
    fail "F12 wrote no $file"
}
same() { "$compare" "$1" "$file" "$folder" >/dev/null 2>&1; }
# becomes_other OLD WHAT, becomes OLD WHAT: pictures until the newest differs from OLD, or equals it
becomes_other() {
    for attempt in $(seq 30); do picture; same "$1" || return 0; sleep 0.5; done
    fail "$2 changed nothing"
}
becomes() {
    for attempt in $(seq 30); do picture; same "$1" && return 0; sleep 0.5; done
    fail "$2"
}
# rests: pictures until two in a row are equal, so that what follows starts from a picture that stands
rests() {
    picture
    for attempt in $(seq 30); do
        before=$file
        picture
        same "$before" && return 0
        sleep 0.5
    done
    fail "the picture does not come to rest"
}

rests; start=$file
xdotool key Next Next Next; becomes_other "$start" "a later step (Page Down)"; rests; step=$file
xdotool mousemove 640 350 mousedown 1 mousemove_relative 60 10 mousemove_relative 60 10 mouseup 1; aside
becomes_other "$step" "dragging"; rests; turned=$file
xdotool mousemove 640 350 click 4 click 4 click 4; aside
becomes_other "$turned" "the wheel"
xdotool key Home; becomes "$step" "Home does not bring back the step's view"

# what is clicked is marked and named; Esc takes that back; letters that are typed are no commands
xdotool mousemove 640 365 click 1; aside
becomes_other "$step" "a click on the client"; rests; picked=$file
# The field takes the keyboard a few frames after its key, and shows no file by which to wait for it.
xdotool key ctrl+f; sleep 4; xdotool type hinsx; sleep 4; xdotool key Escape; sleep 1
becomes "$picked" "typing into the search worked the picture"
# Two Esc in one frame would both put the message away.
sleep 3; xdotool key Escape; becomes "$step" "Esc does not deselect"

xdotool key space; becomes_other "$step" "playing (Space)"; xdotool key space; rests
xdotool key F1 F1
large=$(stat -c %s "$file")
xdotool windowsize "$window" 1024 640; rests
[ "$(stat -c %s "$file")" != "$large" ] || fail "resizing changed nothing"

# nothing happens, nothing is drawn: processor time over two idle seconds, in clock ticks of 10 ms
ticks() { awk '{ print $14 + $15 }' /proc/$pid/stat; }
for attempt in $(seq 15); do
    before=$(ticks); sleep 2; used=$(($(ticks) - before))
    [ $used -le 10 ] && break
done
[ $used -le 10 ] || fail "idle, the program used $used ticks of processor time in 2 s"

quit

# the picture of the window is, byte by byte, the one that is drawn without a window
size_of() { od -An -tu4 --endian=big -j16 -N8 "$1" | awk '{ print $1 "x" $2 }'; }
# rendered TIME: the newest picture is that of this time
rendered() {
    "$program" render --out rendered.png --no-text --time "$1" --size "$(size_of "$file")" 2>render.log ||
        fail "render: $(cat render.log)"
    cmp -s rendered.png "$file" && return 0
    "$compare" "$file" rendered.png "$folder"
    fail "the window's picture at $1 s is not what render draws"
}
file=$start
rendered 0
open_window --level full --time 50
rests
rendered 50
quit

#!/bin/sh
# commands.sh PROGRAM SOURCE: every command and every mistake a user can make with it, judged by exit code and words.
set -u
program=$1 source=$2
folder=$(mktemp -d)
trap 'chmod -R u+w "$folder"; rm -rf "$folder"' EXIT
cd "$folder" || exit 1
export XDG_CACHE_HOME=$folder/cache LIBGL_ALWAYS_SOFTWARE=1
failed=0

# expect CODE WORDS command...: exit code and a piece of the combined output
expect() {
    code=$1 words=$2
    shift 2
    output=$("$@" 2>&1 </dev/null)
    got=$?
    if [ "$got" -ne "$code" ]; then
        echo "FAILED: '$*' exited with $got, not $code: $output"
        failed=1
    elif ! printf '%s' "$output" | grep -qF -- "$words"; then
        echo "FAILED: '$*' does not say '$words' but: $output"
        failed=1
    fi
}

expect 0 "render" "$program" --help
expect 0 "pinstretch " "$program" --version
expect 2 "did you mean 'render'?" "$program" rendr
expect 2 "did you mean '--time'?" "$program" render --out a.png --tiem 3
expect 0 "hamstring_str" "$program" list lessons
expect 0 "biceps_femoris_long_head" "$program" list structures
expect 0 "hamstrings" "$program" list layers
expect 0 "Tuber ischiadicum" "$program" list landmarks
expect 0 "lengthen" "$program" list steps
expect 0 "From the side" "$program" list cameras
expect 0 "average_woman" "$program" list bodies
expect 2 "did you mean 'steps'?" "$program" list stesp
expect 1 "there is no lesson 'hamstring'" "$program" list steps hamstring
expect 0 "knee_deg" "$program" curves --muscle biceps_femoris_long_head --step 30
expect 0 "knee_deg" "$program" curves --muscle semitendinosus --step 30 --body average_woman
expect 1 "did you mean 'average_woman'?" "$program" curves --muscle semitendinosus --body average_womn
expect 2 "did you mean 'semitendinosus'?" "$program" curves --muscle semitendinosis
expect 2 "--every" "$program" audit --every 0
expect 2 "--level" "$program" bench --level best
expect 0 "\"bare_ms\"" "$program" bench --level lowest --frames 8 --size 160x90 --json
expect 0 "triangles turned round" "$program" bench --turntable --frames 8 --size 160x90
expect 1 "there is no lesson 'hamstring'" "$program" audit hamstring
expect 0 "0 error(s)" "$program" check "$source/assets/lessons/hamstring_str.toml" "$source/assets/anatomy"
expect 0 "0 error(s)" "$program" check "$source/assets/anatomy/bodies/average_woman.toml"
expect 1 "no-such.toml" "$program" check no-such.toml
expect 2 "make_leg" "$program" check "$source/assets/anatomy/shapes/skin.toml"
printf 'format = 1\nid = "x"\ntitel = "x"\n' >wrong.toml
expect 1 "did you mean 'title'?" "$program" check wrong.toml
expect 1 "wrong.toml" "$program" render wrong.toml --out a.png
printf 'not a model' >broken.glb
expect 1 "broken.glb" "$program" check broken.glb
expect 1 "broken.glb" "$program" render --model broken.glb --out a.png
expect 1 "no-such.glb" "$program" render --model no-such.glb --out a.png
expect 2 "--size" "$program" render --out a.png --size 12
expect 2 "no camera" "$program" render --out a.png --camera nowhere
expect 2 "did you mean 'bones'?" "$program" render --out a.png --show bonse
expect 2 "--samples" "$program" render --out a.png --samples 0
expect 2 "did you mean 'transverse'?" "$program" render --out a.png --cut transvers=690
expect 2 "transverse=MM" "$program" render --out a.png --cut transverse=99999
expect 2 "say which with --cut" "$program" render --out a.png --camera cut
expect 2 "none of .png, .mp4, .webm and .gif" "$program" render --out a.jpg
expect 2 "such as frame_%05d.png" "$program" render --out 'a_%s.png'
expect 2 "--time draws one picture" "$program" render --out a.webm --time 3
expect 2 "one picture takes --time" "$program" render --out a.png --from 3
expect 2 "is not before" "$program" render --out a.gif --from 3 --to 2
expect 2 "--to 999999 is beyond the end of the lesson" "$program" render --out a.gif --to 999999
expect 2 "--from 999999 is beyond the end of the lesson" "$program" render --out 'a_%d.png' --from 999999
expect 2 "'a.mp4' cannot be transparent" "$program" render --out a.mp4 --transparent

# a folder that cannot be written to (a file in its place, which stops root too)
: >out
expect 1 "cannot write to the folder" "$program" render --out out/a.png
expect 1 "cannot write to the folder" "$program" render --out out/below
expect 1 "cannot write to the folder" env -u DISPLAY -u WAYLAND_DISPLAY "$program"
rm out

# broken installations
expect 1 "which is not a folder" env PINSTRETCH_ASSETS="$folder/nowhere" "$program" list layers
mkdir shaders
expect 1 "shader" env PINSTRETCH_SHADERS="$folder/shaders" "$program" render --out a.png --size 64x48 --time 0
expect 1 "3.3" env MESA_GL_VERSION_OVERRIDE=2.1 "$program" render --out a.png --size 64x48 --time 0

# what works
expect 0 "a.png" "$program" render --out a.png --size 96x64 --time 10
expect 0 "d.png" "$program" render --body average_woman --out d.png --size 96x64 --time 10
[ -s a.png ] || { echo "FAILED: render wrote no a.png"; failed=1; }
expect 0 "t.png" "$program" render --out t.png --size 96x64 --time 10 --transparent --level low

# numbered pictures of a part of the lesson; those of a rendering that is stopped stay
part="--size 63x47 --level lowest --fps 2 --from 10 --to 11"
expect 0 "p_%03d.png" "$program" render --out p/p_%03d.png $part --transparent
[ "$(echo p/*)" = "p/p_000.png p/p_001.png p/p_002.png" ] || { echo "FAILED: numbered pictures: $(echo p/*)"; failed=1; }

# stopped FILE SIGNAL: begins a film of the whole lesson, and stops it when its first pictures are drawn
stopped() {
    : >stopped.log
    "$program" render --out "$1" --size 64x48 --level lowest --fps 100 >stopped.log 2>&1 &
    film=$!
    for i in $(seq 600); do grep -q '%' stopped.log && break; sleep 0.1; done
    kill -"$2" $film
    wait $film
    got=$?
    [ $got -eq 130 ] || { echo "FAILED: stopped by SIG$2, it exited with $got: $(cat stopped.log)"; failed=1; }
    grep -q "stopped after [0-9]* of [0-9]* pictures" stopped.log ||
        { echo "FAILED: stopped by SIG$2, it says: $(cat stopped.log)"; failed=1; }
}
stopped s/s_%d.png TERM
[ -s s/s_0.png ] || { echo "FAILED: a picture that was finished is gone"; failed=1; }

if command -v ffmpeg >/dev/null; then
    for film in b.mp4 b.webm b.gif; do
        expect 0 "$film" "$program" render --out $film $part
        [ -s $film ] || { echo "FAILED: render wrote no $film"; failed=1; }
    done
    expect 0 "c.webm" "$program" render --out c.webm $part --transparent
    stopped d.mp4 TERM
    [ "$(echo d.mp4*)" = "d.mp4*" ] || { echo "FAILED: stopped, it leaves $(echo d.mp4*)"; failed=1; }
    expect 1 "ffmpeg is not installed" env PATH=/nowhere "$program" render --out e.mp4 --size 64x48 --fps 1
fi
if command -v ffprobe >/dev/null; then
    # film FRAMES WIDTH,HEIGHT FILE
    film() {
        got=$(ffprobe -v error -count_frames -select_streams v -show_entries stream=width,height,nb_read_frames \
            -of csv=p=0 "$3")
        [ "$got" = "$2,$1" ] || { echo "FAILED: $3 has $got, not $2,$1"; failed=1; }
    }
    film 3 62,46 b.mp4
    film 3 62,46 b.webm
    film 3 63,47 b.gif
    ffprobe -v error -show_entries stream_tags=alpha_mode c.webm | grep -qi 'alpha_mode=1' ||
        { echo "FAILED: c.webm has no alpha"; failed=1; }
fi
exit $failed

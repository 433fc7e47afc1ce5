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
expect 2 "did you mean 'transverse'?" "$program" render --out a.png --cut transvers=690
expect 2 "transverse=MM" "$program" render --out a.png --cut transverse=99999
expect 2 "say which with --cut" "$program" render --out a.png --camera cut
expect 2 "ends in neither" "$program" render --out a.gif

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
if command -v ffmpeg >/dev/null; then
    expect 0 "b.mp4" "$program" render --out b.mp4 --size 63x47 --fps 1
    [ -s b.mp4 ] || { echo "FAILED: render wrote no b.mp4"; failed=1; }
    expect 1 "ffmpeg is not installed" env PATH=/nowhere "$program" render --out c.mp4 --size 64x48 --fps 1
fi
exit $failed

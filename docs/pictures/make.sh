#!/usr/bin/env bash
# Makes today.png: the window of the demonstration on a screen of its own, once all has come to rest.
# Needs the built product, Xvfb and ImageMagick (Debian: xvfb, imagemagick).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

program=${PRIORFETCH:-../../installer/target/priorfetch/bin/priorfetch}
patience=120
work=$(mktemp -d)
processes=()
export LC_ALL=C.UTF-8

end() {
    ((${#processes[@]})) && kill "${processes[@]}" && wait "${processes[@]}" || true
    rm -rf "$work"
}
trap end EXIT

await() {
    local deadline=$((SECONDS + patience))
    until "$@" >/dev/null 2>&1; do
        ((SECONDS < deadline)) || { echo "make.sh: waited too long for: $*" >&2; exit 1; }
        sleep 0.5
    done
}

is_at_rest() {
    "$program" status --json --home "$work/home" | grep -q '"settled" : true'
}

Xvfb -screen 0 1280x800x24 -nolisten tcp -displayfd 3 3>"$work/display" 2>"$work/xvfb.log" &
processes+=($!)
await test -s "$work/display"
DISPLAY=:$(<"$work/display")
export DISPLAY

"$program" demo --home "$work/home" >"$work/demo.log" 2>&1 &
processes=($! "${processes[@]}")
await is_at_rest
sleep 2 # the window shows the last snapshot a moment later
import -window root "$work/today.png"
convert "$work/today.png" -strip -define png:compression-level=9 today.png
echo "made $PWD/today.png"

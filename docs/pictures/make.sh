#!/usr/bin/env bash
# Makes the pictures of this folder: every screen as the tests draw it, and today.png from the running demonstration.
# Needs Maven, ImageMagick, Noto Sans and a font with Japanese signs (Debian: maven, imagemagick, fonts-noto-core, fonts-noto-cjk); today.png needs the
# built product and Xvfb too, and stays as it is without them.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

# what the tests call a picture, and what it is called here
chosen=(
    today=today-dark-en today-light=today-light-de today-200=today-200
    transfers=transfers-dark-en transfers-light=transfers-light-de
    fetch=fetch-dark-en fetch-light=fetch-light-de
    import=import-dark-en import-german=import-light-de
    review=review-dark-en review-light=review-light-de
    sources-checked=sources-dark-en sources-checked-light-german=sources-light-de
    rules-trial=rules-dark-en rules-light-trial=rules-light-de
    rules-suggestions=suggestions-dark-en rules-suggestions-light=suggestions-light-de
    reports-0=reports-dark-en reports-light-0=reports-light-de
    preferences-0=preferences-dark-en preferences-light-60=preferences-light-de
    firstrun=first-start-dark-en firstrun-test-light-german=first-start-light-de
    panel-opened=panel-dark-en panel-light-opened=panel-light-de panel-200=panel-200
    today-unreachable=no-answer-dark-en gone-light-german=stopped-light-de
    site-notice=settings-with-mistakes-dark-en
    tray-dark=tray-dark tray-light=tray-light
)
root=$(git rev-parse --show-toplevel)
program=${PRIORFETCH:-$root/installer/target/priorfetch/bin/priorfetch}
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

# few colours are enough for flat areas and letters, and make the file small
optimise() {
    convert "$1" -strip +dither -colors 255 -define png:compression-level=9 -define png:compression-filter=0 "PNG8:$2"
}

draw_screens() {
    mvn -B -ntp -q -f "$root/pom.xml" -pl app -am test -Dtest='*PicturesTest' -Dsurefire.failIfNoSpecifiedTests=false \
        -Dpictures="$work/drawn" >"$work/maven.log" 2>&1 || { tail -n 60 "$work/maven.log" >&2; exit 1; }
    local pair
    for pair in "${chosen[@]}"; do
        optimise "$work/drawn/${pair%%=*}.png" "${pair#*=}.png"
    done
    echo "made ${#chosen[@]} pictures of the screens"
}

is_at_rest() {
    "$program" status --json --home "$work/home" | grep -q '"settled" : true'
}

draw_demo() {
    if [[ ! -x $program ]] || ! command -v Xvfb >/dev/null; then
        echo "make.sh: today.png stays as it is: the built product or Xvfb is missing" >&2
        return
    fi
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
    optimise "$work/today.png" today.png
    echo "made today.png of the demonstration"
}

draw_screens
draw_demo

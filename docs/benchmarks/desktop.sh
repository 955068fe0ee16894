#!/usr/bin/env bash
# Measures start-up, memory and processor time of the desktop program on a screen that nobody sees, and prints table rows.
# Usage: docs/benchmarks/desktop.sh [LAUNCHER]     (needs Xvfb, openbox, trayer and xdotool; 'mvn package' makes the launcher)
set -euo pipefail

launcher=${1:-$(dirname "${BASH_SOURCE[0]}")/../../installer/target/priorfetch/bin/priorfetch}
starts=${STARTS:-5}
idle_seconds=${IDLE_SECONDS:-60}
settle_seconds=15
window='^PriorFetch$'
icon='^JavaEmbeddedFrame$'
folder=$(mktemp -d)
cache=$(dirname "$launcher")/../lib/priorfetch.aot
started=()

finish() {
    put_cache_back
    ((${#started[@]} == 0)) || kill "${started[@]}" 2>/dev/null || true
    rm -rf "$folder"
}
trap finish EXIT

begin() {
    "$@" >>"$folder/out.txt" 2>&1 &
    last=$!
    started+=("$last")
}

end_last() {
    kill "$last"
    wait "$last" 2>/dev/null || true
}

open_screen() {
    Xvfb -displayfd 3 -screen 0 1400x900x24 3>"$folder/display" 2>/dev/null &
    started+=($!)
    until [[ -s $folder/display ]]; do sleep 0.1; done
    DISPLAY=:$(<"$folder/display")
    export DISPLAY
    begin openbox
    begin trayer --edge bottom --align right --height 32
}

# The hospital is a process of its own, so that what is measured is the product alone.
open_hospital() {
    begin "$launcher" demo --headless --home "$folder/hospital"
    until [[ -s $folder/hospital/engine.json ]]; do sleep 0.2; done
    mkdir "$folder/home"
    sed '0,/port: .*/s//port: 21112/' "$folder/hospital/site.yaml" >"$folder/home/site.yaml"
}

# Not by xdotool's own waiting, which looks twice a second only.
await_seen() { until xdotool search --onlyvisible --name "$1" >/dev/null 2>&1; do sleep 0.05; done; }
await_gone() { while xdotool search --onlyvisible --name "$1" >/dev/null 2>&1; do sleep 0.1; done; }
run() { begin "$launcher" run --home "$folder/home" "$@"; }
# In two commands: in one, the key would be sent to the window, past the window manager.
close_window() {
    xdotool search --onlyvisible --name "$window" windowactivate --sync
    xdotool key alt+F4
}
resident() { awk '/^VmRSS/ {printf "%d MB", $2 / 1024}' "/proc/$last/status"; }
ticks() { awk '{print $14 + $15}' "/proc/$last/stat"; }
row() { printf '| %s | %s |\n' "$1" "$2"; }

# From the start of the process to the window on the screen: the median and the worst.
start_up() {
    local i from times=()
    for ((i = 0; i < starts; i++)); do
        from=$(date +%s%3N)
        run
        await_seen "$window"
        times+=($(($(date +%s%3N) - from)))
        end_last
        await_gone "$window"
    done
    mapfile -t times < <(printf '%s\n' "${times[@]}" | sort -n)
    echo "${times[starts / 2]} ms, worst ${times[-1]} ms"
}

idle() {
    local before
    before=$(ticks)
    sleep "$idle_seconds"
    echo "$(((($(ticks) - before) * 1000) / $(getconf CLK_TCK))) ms in $idle_seconds s"
}

# The first program of a session that uses GTK loads the graphics library once for all; that shall not be ours.
begin_session() {
    run --in-tray
    await_seen "$icon"
    end_last
    await_gone "$icon"
}

put_cache_back() { [[ ! -e $cache.aside ]] || mv "$cache.aside" "$cache"; }

measure_start_up() {
    row "start to window shown, with AOT cache" "$(start_up)"
    mv "$cache" "$cache.aside"
    row "start to window shown, without" "$(start_up)"
    put_cache_back
}

measure_tray() {
    run --in-tray
    await_seen "$icon"
    sleep "$settle_seconds"
    row "in the tray, never opened: processor" "$(idle)"
    row "in the tray, never opened: resident" "$(resident)"
    "$launcher" run --home "$folder/home" >/dev/null
    await_seen "$window"
    sleep "$settle_seconds"
    row "window open: resident" "$(resident)"
    row "window open, nobody there: processor" "$(idle)"
    close_window
    await_gone "$window"
    sleep "$settle_seconds"
    row "window closed into the tray: processor" "$(idle)"
    row "window closed into the tray: resident" "$(resident)"
    end_last
}

measure_demo() {
    begin "$launcher" demo --home "$folder/demo"
    await_seen "$window"
    sleep "$idle_seconds"
    row "demo with its hospital, window open: resident" "$(resident)"
    end_last
}

echo "load $(cut -d ' ' -f 1-3 /proc/loadavg) on $(nproc) cores, $(uname -sr)"
open_screen
open_hospital
begin_session
for part in ${PARTS:-start_up tray demo}; do
    "measure_$part"
done

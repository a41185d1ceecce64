# Sourced by what plays a person at the client: windows, keys and a look into a PC's database. Needs cloud.sh, `work` and
# a function `fail`.
# shellcheck shell=bash

# start_display: an Xvfb on a free number with a small window manager; sets new_display
start_display() {
    exec {number_fd}<> <(:)
    Xvfb -displayfd "$number_fd" -screen 0 1366x768x24 -nolisten tcp >/dev/null 2>&1 &
    started+=("$!")
    read -r -t 20 -u "$number_fd" new_display
    new_display=:$new_display
    DISPLAY=$new_display openbox --config-file /dev/null >/dev/null 2>&1 &
    started+=("$!")
}

# shot DISPLAY FILE
shot() { DISPLAY=$1 import -silent -window root "$2"; }
keys() { local display=$1; shift; DISPLAY=$display xdotool key --clearmodifiers --delay 60 "$@"; sleep 0.15; }
type_in() { DISPLAY=$1 xdotool type --delay 40 -- "$2"; sleep 0.35; }

# wait_title DISPLAY TEXT: until a window's title holds TEXT
wait_title() {
    for _ in $(seq 150); do
        DISPLAY=$1 xdotool search --name "$2" >/dev/null 2>&1 && return 0
        sleep 0.1
    done
    fail "no window \"$2\""
}

# ask PC SQL: reads a PC's database beside the running client
ask() {
    local file
    file=$(find "$work/$1/companies" -name company.db | head -n 1)
    sqlite3 -readonly -cmd '.timeout 5000' "$file" "$2"
}

#!/usr/bin/env bash
# The desktop client killed with kill -9 at drawn moments while orders are typed, saved and delivered in its window by
# real key presses, the cloud killed now and then; then both PCs sync and must hold the same, nothing lost or doubled.
#   killed_window.sh BIN_FOLDER [KILLS] [SEED]
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
bin=$(readlink -f "$1")
kills=${2:-30}
RANDOM=${3:-1}
work=$(mktemp -d)
# shellcheck source=packaging/run/cloud.sh
source "$here/../../packaging/run/cloud.sh"
# shellcheck source=packaging/run/window.sh
source "$here/../../packaging/run/window.sh"
trap stop_all EXIT
fail() {
    shot "$new_display" "$work/failed.png" || true
    echo "FAILED: $* (files: $work)" >&2
    exit 1
}

type_fast() { DISPLAY=$new_display xdotool type --delay 8 -- "$1"; }
press() { DISPLAY=$new_display xdotool key --clearmodifiers --delay 15 "$@"; }
title_is() { DISPLAY=$new_display xdotool search --name "$1" >/dev/null 2>&1; }

orders() { ask first 'SELECT count(*) FROM sales_order WHERE deleted = 0'; }
deliveries() { ask first 'SELECT count(*) FROM delivery WHERE deleted = 0'; }

# What a person does with one order; each saving that the window has shown as done is written to $work/seen.
work_at_the_window() {
    local before i
    before=$(orders)
    wait_title "$new_display" 오늘
    sleep 0.3
    press F2
    for i in $(seq 30); do title_is "새 주문" && break; sleep 0.1; done
    type_fast "$customer_code"
    press Return F6
    for i in 0 1 2; do
        type_fast "${codes[$i]}"
        press Return
        type_fast $(((i + 1) * 1000))
        press Return Return
    done
    press F8
    for i in $(seq 50); do title_is "새 주문" || break; sleep 0.1; done
    title_is "새 주문" && return 0
    echo $((before + 1)) >"$work/seen"
    sleep 0.4
    press ctrl+Return
    for i in $(seq 30); do title_is 납품하기 && break; sleep 0.1; done
    sleep 0.3
    type_fast 500
    press Return ctrl+Return
    sleep 1
}

start_display
start_cloud "$work/cloud"
make_demo_company "$work/cloud" "$work/first"
sign_in "$work/second" "$owner_email"
"$bin/dure-cli" --data "$work/second" sync >/dev/null
customer_code=$(ask first "SELECT code FROM customer WHERE deleted = 0 ORDER BY name LIMIT 1 OFFSET 7")
mapfile -t codes < <(ask first "SELECT code FROM product WHERE deleted = 0 ORDER BY code LIMIT 3")
export DURE_PRINT_TO_PDF="$work"
orders_before=$(orders)
deliveries_before=$(deliveries)
echo "$orders_before" >"$work/seen"

clouds=0
for ((kill_no = 1; kill_no <= kills; kill_no++)); do
    DISPLAY=$new_display XDG_CONFIG_HOME="$work/settings" "$bin/dure" --data "$work/first" >"$work/client.log" 2>&1 &
    client=$!
    work_at_the_window >"$work/hands.log" 2>&1 &
    hands=$!
    # 0 to 8 s: opening, typing, saving, delivering, syncing
    sleep "$((RANDOM % 8)).$((RANDOM % 10))"
    if ((kill_no % 6 == 0)); then
        kill -9 "$cloud_pid"
        wait "$cloud_pid" 2>/dev/null || true
        clouds=$((clouds + 1))
    fi
    kill -9 "$client"
    wait "$client" 2>/dev/null || true
    kill "$hands" 2>/dev/null || true
    wait "$hands" 2>/dev/null || true
    kill -0 "$cloud_pid" 2>/dev/null || start_cloud "$work/cloud"
    [[ $(ask first 'PRAGMA integrity_check') == ok ]] || fail "the database is damaged after kill $kill_no"
    (($(orders) >= $(<"$work/seen"))) || fail "an order that was shown as saved is gone after kill $kill_no"
    [[ $(ask first "SELECT count(*) FROM sales_order o WHERE deleted = 0 AND (SELECT count(*) FROM order_line l WHERE l.order_id = o.id AND l.deleted = 0) = 0") == 0 ]] \
        || fail "an order was saved without its lines at kill $kill_no"
done

for pc in first second first second; do
    "$bin/dure-cli" --data "$work/$pc" sync >/dev/null || fail "$pc does not sync"
done
figures="SELECT (SELECT count(*) FROM sales_order WHERE deleted = 0), (SELECT count(DISTINCT number) FROM sales_order WHERE deleted = 0), (SELECT group_concat(hex(id) || quantity || supply || tax, '') FROM (SELECT * FROM order_line WHERE deleted = 0 ORDER BY id)), (SELECT group_concat(hex(id) || quantity, '') FROM (SELECT * FROM delivery_line WHERE deleted = 0 ORDER BY id)), (SELECT count(*) FROM outbox WHERE state IN (0, 1))"
[[ $(ask first "$figures") == "$(ask second "$figures")" ]] || fail "the two PCs are not the same"
[[ $(ask first "SELECT count(*) - count(DISTINCT number) FROM sales_order WHERE deleted = 0") == 0 ]] || fail "two orders have one number"
for pc in first second; do
    "$bin/dure-cli" --data "$work/$pc" verify >/dev/null || fail "verify finds a fault on $pc"
done
echo "$kills clients killed in their windows, $clouds clouds killed: $(($(orders) - orders_before)) orders and $(($(deliveries) - deliveries_before)) deliveries stand, nothing lost, nothing doubled"
rm -rf "$work"

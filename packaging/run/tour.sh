#!/usr/bin/env bash
# The main job, done by real key presses in real windows under Xvfb, on two PCs and a cloud of our own:
# the second PC loses its line, an order of five lines is typed, delivered in part, its 거래명세서 printed; the line comes
# back and the first PC shows it. Screenshots and the PDF go to ./out. Exit 0 only if every step held.
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
bin=$(readlink -f "$1")
out=$PWD/out
work=$(mktemp -d)
# shellcheck source=packaging/run/cloud.sh
source "$here/cloud.sh"
# shellcheck source=packaging/run/window.sh
source "$here/window.sh"
trap 'stop_all; rm -rf "$work"' EXIT
rm -rf "$out/tour"
mkdir -p "$out/tour"
said=0
say() { said=$((said + 1)); printf '%2d. %s\n' "$said" "$*"; }
fail() {
    echo "FAILED: $*" >&2
    shot "$display1" "$out/tour/failed-pc1.png" || true
    shot "$display2" "$out/tour/failed-pc2.png" || true
    exit 1
}

# wait_for PC SQL VALUE SECONDS
wait_for() {
    local value=
    for _ in $(seq $(($4 * 10))); do
        value=$(ask "$1" "$2" 2>/dev/null || true)
        [[ $value == "$3" ]] && return 0
        sleep 0.1
    done
    fail "$1: $2 gave \"$value\", not \"$3\""
}

start_line() {
    socat "TCP-LISTEN:$line_port,bind=127.0.0.1,reuseaddr,fork" "TCP:127.0.0.1:$cloud_port" &
    line_pid=$!
    started+=("$line_pid")
}
cut_line() {
    # the listener and the connections it carries
    pkill -P "$line_pid" || true
    kill "$line_pid"
    wait "$line_pid" 2>/dev/null || true
}

start_display; display1=$new_display
start_display; display2=$new_display
start_cloud "$work/cloud"
make_demo_company "$work/cloud" "$work/pc1"
say "cloud on $cloud_url, demo company: $(ask pc1 'SELECT count(*) FROM customer WHERE deleted = 0') customers, $(ask pc1 'SELECT count(*) FROM sales_order WHERE deleted = 0') orders"

line_port=$((cloud_port + 1))
start_line
sleep 0.3
sign_in "$work/pc2" "$owner_email" "http://127.0.0.1:$line_port"
"$bin/dure-cli" --data "$work/pc2" sync >/dev/null
say "second PC signed in and synced: $(ask pc2 'SELECT count(*) FROM sales_order WHERE deleted = 0') orders"

export DURE_PRINT_TO_PDF="$out/tour"
# each PC with settings of its own, none of them the user's
DISPLAY=$display1 XDG_CONFIG_HOME="$work/pc1.settings" "$bin/dure" --data "$work/pc1" >"$work/pc1.log" 2>&1 & started+=("$!")
DISPLAY=$display2 XDG_CONFIG_HOME="$work/pc2.settings" "$bin/dure" --data "$work/pc2" >"$work/pc2.log" 2>&1 & pc2_pid=$!; started+=("$pc2_pid")
wait_title "$display1" 오늘
wait_title "$display2" 오늘
sleep 1
shot "$display1" "$out/tour/1-pc1-today.png"
cut_line
sleep 1
say "the second PC's line is cut"

orders_before=$(ask pc2 'SELECT count(*) FROM sales_order WHERE deleted = 0')
customer=$(ask pc2 "SELECT name FROM customer WHERE deleted = 0 ORDER BY name LIMIT 1 OFFSET 7")
customer_code=$(ask pc2 "SELECT code FROM customer WHERE deleted = 0 ORDER BY name LIMIT 1 OFFSET 7")
mapfile -t codes < <(ask pc2 "SELECT code FROM product WHERE deleted = 0 ORDER BY code LIMIT 5")
keys "$display2" F2
wait_title "$display2" "새 주문"
# by its code: xdotool loses syllables when the machine is busy
type_in "$display2" "$customer_code"
keys "$display2" Return
shot "$display2" "$out/tour/2-pc2-customer.png"
keys "$display2" F6
for i in 0 1 2 3 4; do
    type_in "$display2" "${codes[$i]}"
    [[ $i == 2 ]] && shot "$display2" "$out/tour/3-pc2-typing.png"
    keys "$display2" Return
    type_in "$display2" "$(((i + 2) * 1000))"
    keys "$display2" Return
    keys "$display2" Return
done
shot "$display2" "$out/tour/4-pc2-order.png"
keys "$display2" F8
wait_for pc2 'SELECT count(*) FROM sales_order WHERE deleted = 0' "$((orders_before + 1))" 10
order=$(ask pc2 "SELECT hex(id) FROM sales_order ORDER BY created_at DESC LIMIT 1")
number=$(ask pc2 "SELECT number FROM sales_order WHERE id = x'$order'")
[[ $(ask pc2 "SELECT count(*) FROM order_line WHERE order_id = x'$order' AND deleted = 0") == 5 ]] || fail "the order has not five lines"
[[ $(ask pc2 "SELECT c.name FROM sales_order o JOIN customer c ON c.id = o.customer_id WHERE o.id = x'$order'") == "$customer" ]] || fail "the order is for another customer than was typed"
say "typed order $number for $customer: 5 lines, $(ask pc2 "SELECT sum(supply) + sum(tax) FROM order_line WHERE order_id = x'$order'") won, without a line"

wait_title "$display2" 주문
sleep 0.6
shot "$display2" "$out/tour/5-pc2-saved.png"
keys "$display2" ctrl+Return
wait_title "$display2" 납품하기
sleep 0.5
# half of the first line, all of the rest
type_in "$display2" 1000
keys "$display2" Return
shot "$display2" "$out/tour/6-pc2-delivery.png"
keys "$display2" ctrl+Return
wait_for pc2 "SELECT count(*) FROM delivery WHERE order_id = x'$order'" 1 10
delivery=$(ask pc2 "SELECT hex(id) FROM delivery WHERE order_id = x'$order'")
say "delivered in part: $(ask pc2 "SELECT number FROM delivery WHERE id = x'$delivery'"), first line 1,000 of 2,000"
for _ in $(seq 100); do
    pdf=$(find "$out/tour" -name '*.pdf' | head -n 1)
    [[ -n $pdf ]] && break
    sleep 0.1
done
[[ -n ${pdf:-} ]] || fail "no statement was printed"
"$here/check_statement.sh" "$pdf" "$(find "$work/pc2/companies" -name company.db | head -n 1)" "$delivery" || fail "the statement is wrong"
say "printed ${pdf#"$PWD"/}: title, both numbers, all lines, total equal to the sum"

[[ $(ask pc1 "SELECT count(*) FROM sales_order WHERE id = x'$order'") == 0 ]] || fail "the first PC knows the order already"
waiting=$(ask pc2 'SELECT count(*) FROM outbox WHERE state = 0')
shot "$display2" "$out/tour/7-pc2-offline.png"
say "the second PC keeps $waiting actions; the first does not know the order"

restored=$(date +%s%N)
start_line
wait_for pc1 "SELECT count(*) FROM sales_order WHERE id = x'$order' AND deleted = 0" 1 90
wait_for pc1 "SELECT count(*) FROM order_line WHERE order_id = x'$order' AND deleted = 0" 5 30
wait_for pc1 "SELECT count(*) FROM delivery WHERE id = x'$delivery'" 1 30
say "the line is back: the first PC has the order and its delivery after $((($(date +%s%N) - restored) / 1000000)) ms"
wait_for pc2 'SELECT count(*) FROM outbox WHERE state IN (0, 1)' 0 60
sleep 1
keys "$display1" ctrl+k
type_in "$display1" "$number"
sleep 0.5
keys "$display1" Return
sleep 1
shot "$display1" "$out/tour/8-pc1-shows-it.png"
shot "$display2" "$out/tour/9-pc2-synced.png"
say "both PCs are the same"
say "screenshots and the PDF are in out/tour"

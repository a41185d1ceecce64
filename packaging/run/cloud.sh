# Sourced by run.sh and tour.sh: starts and ends programs of ours, by their process ids.
# shellcheck shell=bash
demo_password="dure-demo-2026"
owner_email="owner@hangyeol.example"
staff_email="miseon.kim@hangyeol.example"
started=()

# start_cloud DATA: sets cloud_url and cloud_port
start_cloud() {
    local folder=$1 log=$1.log
    mkdir -p "$folder"
    "$bin/dure-server" serve --data "$folder" --listen "127.0.0.1:${cloud_port:-0}" >"$log" 2>"$log.err" &
    cloud_pid=$!
    started+=("$cloud_pid")
    for _ in $(seq 100); do
        cloud_url=$(sed -n 's/^listening on //p' "$log")
        [[ -n $cloud_url ]] && break
        kill -0 "$cloud_pid" 2>/dev/null || break
        sleep 0.1
    done
    if [[ -z $cloud_url ]]; then
        echo "the cloud did not start:" >&2
        cat "$log.err" >&2
        return 1
    fi
    cloud_port=${cloud_url##*:}
}

sign_in() { # DATA EMAIL [URL]
    "$bin/dure-cli" --data "$1" sign-in --server "${3:-$cloud_url}" --email "$2" --password-stdin <<<"$demo_password" >/dev/null
}

# make_demo_company CLOUD_DATA PC_DATA: company, two users, two years of business through the ordinary sync path
make_demo_company() {
    "$bin/dure-server" company add --data "$1" --name "한결플라스틱(주)" --business-no 000-86-27453 >/dev/null
    "$bin/dure-server" user add --data "$1" --company "한결플라스틱(주)" --email "$owner_email" --name 박정호 --role owner --password-stdin <<<"$demo_password" >/dev/null
    "$bin/dure-server" user add --data "$1" --company "한결플라스틱(주)" --email "$staff_email" --name 김미선 --role staff --password-stdin <<<"$demo_password" >/dev/null
    sign_in "$2" "$staff_email"
    "$bin/dure-cli" --data "$2" sync >/dev/null
    "$bin/dure-cli" --data "$2" demo >/dev/null
    "$bin/dure-cli" --data "$2" sync >/dev/null
}

stop_all() {
    local pid
    for pid in "${started[@]}"; do
        kill "$pid" 2>/dev/null || true
    done
    for pid in "${started[@]}"; do
        wait "$pid" 2>/dev/null || true
    done
}

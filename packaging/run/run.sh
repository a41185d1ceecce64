#!/usr/bin/env bash
# `./dev run`: a cloud of one's own with a demo company, and the client signed in to it.
# Without a display the main job is done by itself (tour.sh).
#   run.sh BIN_FOLDER [--data DIR] [--tour]
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
bin=$(readlink -f "$1"); shift
data=$PWD/.cache/run
tour=
while [[ $# -gt 0 ]]; do
    case $1 in
        --data) data=$(readlink -f "$2"); shift 2 ;;
        --tour) tour=yes; shift ;;
        *) echo "usage: ./dev run [--data DIR] [--tour]" >&2; exit 2 ;;
    esac
done
[[ -n ${DISPLAY:-}${WAYLAND_DISPLAY:-} ]] || tour=yes
# shellcheck source=packaging/run/cloud.sh
source "$here/cloud.sh"

if [[ -n $tour ]]; then
    exec "$here/tour.sh" "$bin"
fi

mkdir -p "$data"
start_cloud "$data/cloud"
trap stop_all EXIT
if [[ ! -f $data/filled ]]; then
    make_demo_company "$data/cloud" "$data/office"
    touch "$data/filled"
else
    # the port is another one each time
    sign_in "$data/office" "$staff_email"
fi
echo "cloud: $cloud_url   data: $data"
echo "signed in as $staff_email, password $demo_password"
# its choices (language, theme, the address and e-mail of the demo) stay in the demo's folder
XDG_CONFIG_HOME="$data/settings" "$bin/dure" --data "$data/office"

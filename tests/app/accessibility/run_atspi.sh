#!/bin/bash
# usage: run_atspi.sh DURE_SCREENSHOTS [LOOK]
# The walk over AT-SPI with a display and a D-Bus session of its own, on this machine only; both end with it. Code 77:
# what it needs is not installed (at-spi2-core, dbus, python3-dbus, xvfb).
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
for program in dbus-run-session xvfb-run; do
    command -v "$program" >/dev/null || { echo "skipped: no $program"; exit 77; }
done
launcher=
for place in /usr/libexec /usr/lib/at-spi2-core /usr/lib/at-spi2; do
    [ -x "$place/at-spi-bus-launcher" ] && launcher=$place/at-spi-bus-launcher
done
[ -n "$launcher" ] || { echo "skipped: no at-spi-bus-launcher"; exit 77; }
python= # Debian's knows Debian's packages; another one may come before it in PATH
for program in /usr/bin/python3 python3; do
    "$program" -c 'import dbus' 2>/dev/null && { python=$program; break; }
done
[ -n "$python" ] || { echo "skipped: no python3-dbus"; exit 77; }

settings=$(mktemp -d)
trap 'rm -rf "$settings"' EXIT
export XDG_RUNTIME_DIR="$settings" XDG_CONFIG_HOME="$settings" HOME="$settings"
export QT_ACCESSIBILITY=1 QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1 QT_QPA_PLATFORM=xcb
chmod 700 "$settings"
# the bus of the session ends with dbus-run-session, and with it the launcher and its own bus
exec xvfb-run -a -s "-screen 0 1366x768x24" dbus-run-session -- bash -c '
    "$1" --launch-immediately & launched=$!
    sleep 1
    code=0
    "$2" "$3/walk_atspi.py" "${@:4}" || code=$?
    kill "$launched" 2>/dev/null || true
    exit "$code"' run "$launcher" "$python" "$here" "$@"

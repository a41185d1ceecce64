#!/usr/bin/env bash
# `./dev bare`: the README's test command in a bare Debian 12 root, which proves packages.txt. Root only; needs debootstrap.
# The root is made in a temporary folder and removed afterwards (--keep leaves it). The compiler's cache is shared with
# this machine, so that only what the bare root lacks is slow.
#   run.sh [--keep]
set -euo pipefail
[[ $(id -u) == 0 ]] || { echo "bare: a root of its own can only be made by root" >&2; exit 1; }
keep=; [[ ${1:-} == --keep ]] && keep=yes
work=$(mktemp -d)
root=$work/root
mounted=()
# What was started in the root and outlived its test (a bus, a display's helper) holds the mounts.
end_what_runs_in_root() {
    local process tries
    for tries in 1 2 3 4 5 6 7 8 9 10; do
        local held=
        for process in /proc/[0-9]*; do
            [[ $(readlink "$process/root" 2>/dev/null) == "$root" ]] || continue
            held=yes
            kill "-$([[ $tries -le 5 ]] && echo TERM || echo KILL)" "${process#/proc/}" 2>/dev/null || true
        done
        [[ -z $held ]] && return 0 # within a trap a bare return would give what the script ended with
        sleep 0.3
    done
}
leave() {
    local point
    end_what_runs_in_root
    for point in "${mounted[@]}"; do umount "$point" || umount --lazy "$point"; done
    [[ -n $keep ]] && { echo "bare: the root is $root"; return 0; }
    rm -rf --one-file-system "$work"
}
trap leave EXIT

debootstrap --variant=minbase --include=ca-certificates,git bookworm "$root" http://deb.debian.org/debian >"$work/debootstrap.log" 2>&1 \
    || { tail -20 "$work/debootstrap.log" >&2; exit 1; }
# the same sources as this machine's, of Debian alone
if [[ -f /etc/apt/sources.list.d/debian.sources ]]; then
    cp /etc/apt/sources.list.d/debian.sources "$root/etc/apt/sources.list.d/"
    : >"$root/etc/apt/sources.list"
fi
cp /etc/resolv.conf "$root/etc/resolv.conf"
mount_in() { mkdir -p "$root$2"; mount --bind "$1" "$root$2"; mounted=("$root$2" "${mounted[@]}"); }
mount_in /dev /dev
mount_in /dev/shm /dev/shm
mount -t proc proc "$root/proc"; mounted=("$root/proc" "${mounted[@]}")
if cache=$(ccache -k cache_dir 2>/dev/null) && [[ -d $cache ]]; then
    mount_in "$cache" /root/.cache/ccache
fi
git clone --quiet --no-hardlinks "$(git rev-parse --show-toplevel)" "$root/src/dure"
chroot "$root" /usr/bin/env -i HOME=/root PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin CI=true \
    bash -c 'cd /src/dure && ./dev test'

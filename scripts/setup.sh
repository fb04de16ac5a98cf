#!/bin/sh
# Makes .venv as requirements.lock says, and sees to Pango. Nothing to do when nothing has changed.
set -eu
cd "$(dirname "$0")/.."

digest() { if command -v sha256sum >/dev/null 2>&1; then sha256sum; else shasum -a 256; fi | cut -d ' ' -f 1; }

stamp=.venv/.briefgen-setup
want=$({ pwd; cat requirements.lock pyproject.toml scripts/setup.sh; } | digest)
if [ -x .venv/bin/briefgen ] && [ "$(cat "$stamp" 2>/dev/null || true)" = "$want" ]; then exit 0; fi

# Runs its arguments; shows what they said only if they fail, without any address.
quietly() {
    log=$(mktemp)
    if "$@" >"$log" 2>&1; then rm -f "$log"; return 0; fi
    sed 's#[a-z+]*://[^ ,]*#(address)#g' "$log" >&2
    rm -f "$log"
    return 1
}

root=no
[ "$(id -u)" -ne 0 ] || root=yes
may_install() { command -v apt-get >/dev/null 2>&1 && { [ "$root" = yes ] || sudo -n true >/dev/null 2>&1; }; }
apt() {
    if [ "$root" = yes ]; then set -- env DEBIAN_FRONTEND=noninteractive apt-get "$@"; else set -- sudo -n env DEBIAN_FRONTEND=noninteractive apt-get "$@"; fi
    quietly "$@"
}

python=
for name in python3.13 python3.12 python3.11 python3 python; do
    if "$name" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))' >/dev/null 2>&1; then python=$name; break; fi
done
if [ -z "$python" ]; then
    echo "briefgen needs Python 3.11, 3.12 or 3.13, and none of them is here." >&2
    exit 1
fi
if ! "$python" -c 'import ensurepip, venv' >/dev/null 2>&1; then
    echo "This Python cannot make a virtual environment. On Debian and Ubuntu: sudo apt-get install python3-venv" >&2
    exit 1
fi

echo "Setting up .venv with $("$python" -V 2>&1) (once; a minute or two)…"
rm -f "$stamp"
"$python" -m venv --clear .venv
export PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_INPUT=1
quietly .venv/bin/python -m pip install --require-hashes --requirement requirements.lock
quietly .venv/bin/python -m pip install --no-deps --no-build-isolation --editable .
quietly .venv/bin/python -m compileall -q briefgen || true # as an install does; where Python may not write byte code, each command would compile all anew

if ! .venv/bin/briefgen doctor >/dev/null 2>&1; then
    if may_install; then
        echo "Installing Pango…"
        apt update || true
        apt install --yes --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 || true
    fi
    if ! .venv/bin/briefgen doctor; then
        echo "Install what is lacking with the command above (with sudo where it needs that), then run this again." >&2
        exit 1
    fi
fi
echo "$want" >"$stamp"

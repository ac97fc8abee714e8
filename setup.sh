#!/bin/sh
# Sets up the workbench and starts it on port 8000. Options go to "healer serve": ./setup.sh --port 9000
set -eu
root=$(cd "$(dirname "$0")" && pwd)
deno_version=2.9.6
export npm_config_update_notifier=false

case "${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}" in
  zh*) chinese=yes ;;
  *) chinese=no ;;
esac

# say ENGLISH CHINESE
say() {
  if [ "$chinese" = yes ]; then printf '%s\n' "$2" >&2; else printf '%s\n' "$1" >&2; fi
}

# Whether the Deno on the path is the one this was tested with, or a later one of the same major version.
has_deno() {
  command -v deno >/dev/null 2>&1 || return 1
  found=$(deno --version 2>/dev/null | sed -n '1s/^deno \([0-9]*\)\.\([0-9]*\).*/\1 \2/p')
  [ "${found% *}" = 2 ] && [ "${found#* }" -ge 9 ]
}

run_deno() {
  if [ "$where" = path ]; then deno "$@"; else npx --yes "deno@$deno_version" "$@"; fi
}

if has_deno; then
  where=path
elif command -v npx >/dev/null 2>&1; then
  where=npm
  say "Getting Deno $deno_version from npm (about 40 MB, once) ..." \
    "正在通过 npm 获取 Deno $deno_version（约 40 MB，仅一次）……"
  run_deno --version >/dev/null
else
  say "Cannot start: neither Deno 2.9 nor Node.js is here. Install Node.js 20 or later and run this again." \
    "无法启动：未找到 Deno 2.9 或 Node.js。请安装 Node.js 20 或更高版本后重新运行。"
  exit 1
fi

say "Installing packages (some 30 s the first time) ..." "正在安装依赖包（首次约 30 秒）……"
run_deno install --quiet --frozen --config "$root/deno.json"

say "Building the pages' scripts (some seconds) ..." "正在构建页面脚本（几秒钟）……"
run_deno task --quiet --config "$root/deno.json" build

say "Starting the workbench ..." "正在启动工作台……"
if [ "$where" = path ]; then
  exec deno task --quiet --config "$root/deno.json" start "$@"
fi
exec npx --yes "deno@$deno_version" task --quiet --config "$root/deno.json" start "$@"

#!/usr/bin/env bash
# What action.yml runs: one check, with annotations on standard output, a SARIF file and the job's summary. The inputs come
# as HN_GP_… in the environment; the exit code is that of the check.
set -euo pipefail

# An error on the page of the run; the runner undoes these three codes.
announce() {
  local text=$1
  text=${text//'%'/%25}
  text=${text//$'\r'/%0D}
  text=${text//$'\n'/%0A}
  printf '::error title=hn-gp::%s\n' "$text"
}

refuse() {
  announce "$1"
  printf 'exit-code=2\n' >>"${GITHUB_OUTPUT:-/dev/null}"
  exit 2
}

# What fails unforeseen must not look like findings, which exit code 1 stands for.
trap 'refuse "没能检查，原因在日志里 / could not be carried out, the log says why"' ERR

folder=$(mktemp -d "${RUNNER_TEMP:-${TMPDIR:-/tmp}}/hn-gp.XXXXXX")
summary=$folder/summary.md
errors=$folder/errors.txt

if [[ -n ${HN_GP_VERSION:-} ]]; then
  npm install --prefix "$folder" --no-audit --no-fund --ignore-scripts "hn-gp@$HN_GP_VERSION" >&2 ||
    refuse "安装不了 hn-gp@$HN_GP_VERSION / cannot install hn-gp@$HN_GP_VERSION"
  program=$folder/node_modules/hn-gp/bin/hn-gp.js
else
  root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
  if [[ ! -e $root/dist/cli.cjs ]]; then
    npm ci --include=dev --prefix "$root" --no-audit --no-fund >&2 || refuse '构建不了 hn-gp / cannot build hn-gp'
  fi
  program=$root/bin/hn-gp.js
fi

sarif=${HN_GP_SARIF_FILE:-$folder/hn-gp.sarif}
[[ $sarif != *$'\n'* ]] || refuse 'sarif-file 只能写一行 / sarif-file must be one line'
[[ $sarif != -?* ]] || sarif=./$sarif
# Removed beforehand, so that a report of before is not taken for this one; anything else may be a record.
[[ ! -s $sarif ]] || grep -qs '"version": *"2\.1\.0"' "$sarif" ||
  refuse "sarif-file 已有别的内容，没有覆盖：$sarif / sarif-file holds something else and was left alone: $sarif"
mkdir -p "$(dirname "$sarif")"
rm -f "$sarif"

# Values go behind “=”, paths behind “--”, so that none of them is taken for an option.
arguments=(check --format github "--format=sarif=$sarif" "--format=markdown=$summary")
[[ -z ${HN_GP_AS_OF:-} ]] || arguments+=("--as-of=$HN_GP_AS_OF")
[[ -z ${HN_GP_FAIL_ON:-} ]] || arguments+=("--fail-on=$HN_GP_FAIL_ON")
[[ -z ${HN_GP_MAX_WARNINGS:-} ]] || arguments+=("--max-warnings=$HN_GP_MAX_WARNINGS")
[[ -z ${HN_GP_LANG:-} ]] || arguments+=("--lang=$HN_GP_LANG")
[[ -z ${HN_GP_CONFIG:-} ]] || arguments+=("--config=$HN_GP_CONFIG")
case ${HN_GP_COMPLETE:-false} in
  true) arguments+=(--complete) ;;
  false) ;;
  *) refuse 'complete 写 true 或 false / complete is true or false' ;;
esac
arguments+=(--)
while IFS= read -r path || [[ -n $path ]]; do
  path=${path%$'\r'}
  [[ -z $path ]] || arguments+=("$path")
done <<<"${HN_GP_PATHS:-}"

code=0
node "$program" "${arguments[@]}" </dev/null 2>"$errors" || code=$?
cat "$errors" >&2
((code < 2)) || announce "$(<"$errors")"

# Code scanning reads no suppressions: what is settled by a waiver would stand there as an open alert. Where the tool can be
# read about is known only here: it is the repository that the workflow took it from.
if [[ -s $sarif ]]; then
  node -e '
    const { readFileSync, writeFileSync } = require("node:fs");
    const [, file, home] = process.argv;
    const log = JSON.parse(readFileSync(file, "utf8"));
    for (const run of log.runs) {
      run.results = run.results.filter(({ suppressions }) => suppressions.length === 0);
      if (home) run.tool.driver.informationUri = home;
    }
    writeFileSync(file, JSON.stringify(log));
  ' "$sarif" "${HN_GP_REPOSITORY:+${GITHUB_SERVER_URL:-https://github.com}/$HN_GP_REPOSITORY}"
fi

[[ ! -s $summary ]] || cat "$summary" >>"${GITHUB_STEP_SUMMARY:-/dev/null}"

{
  printf 'exit-code=%s\n' "$code"
  [[ ! -s $sarif ]] || printf 'sarif-file=%s\n' "$sarif"
} >>"${GITHUB_OUTPUT:-/dev/null}"
exit "$code"

import { groupsIn, type Offered, slotsByPlace } from './slots.ts';

/** The completion script for bash, 3.2 and later. */
export function bash(offered: Offered): string {
  const { program, commands } = offered;
  const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;
  const slots = slotsByPlace(offered).map(({ places, slot }) => {
    const patterns = places.map((place) => (place.endsWith('*') ? `${quoted(place.slice(0, -1))}*` : quoted(place)));
    const words = slot.offers.map(({ text }) => text.replace('*', '\\*')).join(' ');
    const files = typeof slot.files === 'string' ? slot.files : quoted(slot.files.join(' '));
    return `    ${patterns.join(' | ')}) files=${files} offers=${quoted(words)} ;;`;
  });
  const options = [program, ...commands].map(
    ({ text, options }) => `    ${quoted(text)}) offers=${quoted(options.flatMap(({ flags }) => flags).join(' '))} ;;`,
  );
  return `# hn-gp completion for bash; made by: hn-gp completion bash

# What can stand at a place; false where no value is taken.
_hn_gp_slot() {
  case $1 in
${slots.join('\n')}
    *) return 1 ;;
  esac
}

_hn_gp_options() {
  case $1 in
${options.join('\n')}
  esac
}

_hn_gp_files() {
  local path extension
  compopt -o filenames 2>/dev/null
  while IFS= read -r path; do COMPREPLY+=("$path"); done < <(
    compgen -d -- "$1"
    if [[ $2 == any ]]; then
      compgen -f -- "$1"
    else
      for extension in $2; do compgen -f -X "!*.$extension" -- "$1"; done
    fi | while IFS= read -r path; do [[ -d $path ]] || printf '%s\\n' "$path"; done
  )
  # What is quoted is left to bash itself.
  if ((\${#COMPREPLY[@]} == 0)); then compopt -o default 2>/dev/null; fi
}

_hn_gp() {
  local words=() word joined= count current command=${program.text} value offers= files=none taken= position=1
  COMPREPLY=()
  # bash takes a word apart at each =.
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD}"; do
    if [[ ( $word == = || -n $joined ) && \${#words[@]} -gt 0 ]]; then
      words[\${#words[@]}-1]+=$word
    else
      words+=("$word")
    fi
    if [[ $word == = ]]; then joined=1; else joined=; fi
  done
  count=\${#words[@]}
  current=\${words[count-1]}
  value=$current
  for word in "\${words[@]:0:count-1}"; do
    if [[ -n $taken ]]; then
      taken=
    elif [[ $word == -* ]]; then
      if _hn_gp_slot "$command $word"; then taken=$word; fi
    else
      case $command in
        ${program.text}) command=$word ;;
        ${groupsIn(offered).join(' | ')}) command="$command $word" ;;
        *) position=$((position + 1)) ;;
      esac
    fi
  done
  offers= files=none
  if [[ -n $taken ]]; then
    _hn_gp_slot "$command $taken"
  elif [[ $current == --*=* ]]; then
    value=\${current#*=}
    _hn_gp_slot "$command \${current%%=*}"
  elif [[ $current == -* ]]; then
    _hn_gp_options "$command"
  else
    _hn_gp_slot "$command @$position"
  fi
  if [[ $offers == *=* && $value == *=* ]]; then
    value=\${value#*=} files=any offers=
  fi
  # Where bash does not take words apart, the whole word is replaced.
  local before=
  if [[ $COMP_WORDBREAKS != *=* ]]; then before=\${current%"$value"}; fi
  local list=()
  read -r -a list <<<"$offers"
  for word in "\${list[@]}"; do
    if [[ $word == "$value"* ]]; then COMPREPLY+=("$before$word"); fi
  done
  if [[ $files != none ]]; then _hn_gp_files "$value" "$files"; fi
  if [[ \${#COMPREPLY[@]} -eq 1 && \${COMPREPLY[0]} == *= ]]; then compopt -o nospace 2>/dev/null; fi
}

complete -F _hn_gp hn-gp
`;
}

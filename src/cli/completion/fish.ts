import { groupsIn, type Offered, type Slot, slotsByPlace } from './slots.ts';

/** The completion script for fish. Arguments are offered at every place of a command, since fish does not count them. */
export function fish(offered: Offered): string {
  const { program, commands } = offered;
  const slots = slotsByPlace(offered);
  const functionOf = new Map(
    slots.flatMap(({ places }, index) => places.map((place) => [place, `__hn_gp_slot_${index + 1}`])),
  );
  const functions = slots
    .filter(({ slot }) => slot.offers.length > 0)
    .map(({ places, slot }) => `function ${functionOf.get(places[0])}\n${slotBody(slot)}\nend\n`);
  const valuesOf = ({ offers, files }: Slot, place: string): string => {
    if (files === 'any') return ' -F';
    if (files !== 'none') return ` -a '(__hn_gp_files ${files.join(' ')})'`;
    return offers.length > 0 ? ` -a '(${functionOf.get(place)})'` : '';
  };
  const lines = [program, ...commands].flatMap(({ text, options, slots, isOpen }) => {
    const within = `complete -c hn-gp -n '__hn_gp_command ${text}'`;
    return [
      ...options.map(({ flags, description, slot }) => {
        const names = flags.map((flag) => (flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`));
        const value = slot ? `${slot.files === 'none' ? ' -x' : ' -r'}${valuesOf(slot, `${text} ${flags[0]}`)}` : '';
        return `${within} ${names.join(' ')}${value} -d ${quoted(description)}`;
      }),
      ...slots
        .map((slot, index) => valuesOf(slot, `${text} @${isOpen && index === slots.length - 1 ? '*' : index + 1}`))
        .filter((values) => values !== '')
        .map((values) => `${within}${values}`),
    ];
  });
  const groups = groupsIn(offered);
  const valued = [program, ...commands.filter(({ isGroup }) => isGroup)].flatMap(({ options }) =>
    options.flatMap(({ flags, slot }) => (slot ? flags : [])),
  );
  return `# hn-gp completion for fish; made by: hn-gp completion fish

# Whether the words so far are those of this command, or of the program where no command is named yet.
function __hn_gp_command
    set -l words (commandline -opc)
    set -l command ${program.text}
    set -e words[1]
    while set -q words[1]
        if contains -- $words[1] ${valued.join(' ')}
            set -e words[1]
        else if not string match -q -- '-*' $words[1]
            if test $command = ${program.text}
                set command $words[1]
            else
                set command "$command $words[1]"
            end
            contains -- $command ${groups.join(' ')}; or break
        end
        set -e words[1]
    end
    test "$command" = "$argv"
end

# The word at the cursor, without quotes and backslashes.
function __hn_gp_word
    set -l word (commandline -ct)
    string unescape -- $word; or echo $word
end

function __hn_gp_files
    __fish_complete_path (__hn_gp_word) | string match -r '^[^\\t]*(?:/|\\.(?:'(string join '|' $argv)'))(?:\\t.*)?$'
end

${functions.join('\n')}
complete -c hn-gp -e
complete -c hn-gp -f
${lines.join('\n')}
`;
}

/** A function's body that prints what can stand in a slot. */
function slotBody({ offers }: Slot): string {
  const printed = `printf '%s\\t%s\\n' ${offers.flatMap(({ text, description }) => [quoted(text), quoted(description)]).join(' ')}`;
  if (!offers.some(({ text }) => text.endsWith('='))) return `    ${printed}`;
  return `    set -l token (string replace -r '^--[^=]*=' '' -- (__hn_gp_word))
    if set -l parts (string split -m 1 = -- $token)
        __fish_complete_path $parts[2] | string replace -r '^' "$parts[1]="
    else
        ${printed}
    end`;
}

const quoted = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`;

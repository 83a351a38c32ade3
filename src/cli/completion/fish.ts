import { type OfferedCommand, type Slot, slotsByPlace } from './slots.ts';

/** The completion script for fish. Arguments are offered at every place of a command, since fish does not count them. */
export function fish(commands: readonly OfferedCommand[]): string {
  const slots = slotsByPlace(commands);
  const functionOf = new Map(
    slots.flatMap(({ places }, index) => places.map((place) => [place, `__hn_gp_slot_${index + 1}`])),
  );
  const functions = slots
    .filter(({ slot }) => slot.offers.length > 0)
    .map(({ places, slot }) => `function ${functionOf.get(places[0] as string)}\n${slotBody(slot)}\nend\n`);
  const valuesOf = ({ offers, files }: Slot, place: string): string => {
    if (files === 'records') return ` -a '(__hn_gp_records)'`;
    if (files === 'any') return ' -F';
    return offers.length > 0 ? ` -a '(${functionOf.get(place)})'` : '';
  };
  const lines = commands.flatMap(({ text, description, options, slots, isOpen }) => {
    const within = `complete -c hn-gp -n '__hn_gp_command ${text}'`;
    return [
      `complete -c hn-gp -n 'test (count (commandline -opc)) -eq 1' -a ${text} -d ${quoted(description)}`,
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
  return `# hn-gp completion for fish; made by: hn-gp completion fish

function __hn_gp_command
    set -l words (commandline -opc)
    test "$words[2]" = $argv[1]
end

function __hn_gp_records
    __fish_complete_path (commandline -ct) | string match -r '^[^\\t]*(?:/|\\.ya?ml)(?:\\t.*)?$'
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
  return `    set -l token (string replace -r '^--[^=]*=' '' -- (commandline -ct))
    if set -l parts (string split -m 1 = -- $token)
        __fish_complete_path $parts[2] | string replace -r '^' "$parts[1]="
    else
        ${printed}
    end`;
}

const quoted = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`;

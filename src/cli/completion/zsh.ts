import { type Offer, type Offered, type OfferedCommand, type OfferedOption, type Slot, slotsByPlace } from './slots.ts';

/** The completion script for zsh. */
export function zsh(offered: Offered): string {
  const { program, commands } = offered;
  const slots = slotsByPlace(offered).filter(({ slot }) => slot.offers.length > 0 || slot.files !== 'none');
  const functionOf = new Map(
    slots.flatMap(({ places }, index) => places.map((place) => [place, `_hn_gp_slot_${index + 1}`])),
  );
  const functions = slots.map(({ slot }, index) => `_hn_gp_slot_${index + 1}() {\n${slotBody(slot)}\n}\n`);
  const specs = ({ text, options, slots, isOpen }: OfferedCommand): string =>
    [
      ...options.map((option) => optionSpec(option, functionOf.get(`${text} ${option.flags[0]}`))),
      ...slots.map(({ name }, index) => {
        const at = isOpen && index === slots.length - 1 ? '*' : String(index + 1);
        return quoted(`${at}:${escaped(name)}:${functionOf.get(`${text} @${at}`) ?? ' '}`);
      }),
    ].join(' \\\n      ');
  /** The body that completes a group: its options, the name of its command, then what that takes. */
  const group = (command: OfferedCommand, prefix: string): string => {
    const own = commands.filter(({ text }) => text.startsWith(prefix) && !text.slice(prefix.length).includes(' '));
    const cases = own.map((each) => {
      const name = each.text.slice(prefix.length);
      return each.isGroup
        ? `    ${name})\n${group(each, `${each.text} `)} ;;`
        : `    ${name}) _arguments -S : ${specs(each)} ;;`;
    });
    return `  state=
  _arguments -C -S : ${specs(command)} \\
      '(-)*:: :->command'
  [[ $state == command ]] || return
  case $line[1] in
${cases.join('\n')}
  esac`;
  };
  return `# hn-gp completion for zsh; made by: hn-gp completion zsh

${functions.join('\n')}
_hn_gp() {
  local curcontext=$curcontext state line
  typeset -A opt_args
${group(program, '')}
}

compdef _hn_gp hn-gp
`;
}

/** A function's body that offers what can stand in a slot. */
function slotBody({ name, offers, files }: Slot): string {
  if (files === 'any') return '  _files';
  if (files !== 'none') return `  _files -g ${quoted(files.map((extension) => `*.${extension}`).join(' '))}`;
  const label = quoted(name);
  const [plain, into] = [
    offers.filter(({ text }) => !text.endsWith('=')),
    offers.filter(({ text }) => text.endsWith('=')),
  ];
  const lines = [`  local -a offers=(${listed(plain)})`];
  if (into.length === 0) return [...lines, `  _describe -t values ${label} offers`].join('\n');
  lines.push(`  local -a into=(${listed(into)})`);
  lines.push(`  if compset -P '*='; then _files; else _describe -t values ${label} offers -- into -S ''; fi`);
  return lines.join('\n');
}

const listed = (offers: readonly Offer[]): string =>
  offers
    .map(({ text, description }) =>
      quoted(description === '' ? text.replaceAll(':', '\\:') : `${text.replaceAll(':', '\\:')}:${description}`),
    )
    .join(' ');

function optionSpec({ flags, description, slot, repeatable }: OfferedOption, action: string | undefined): string {
  const names = flags.map((flag) => (slot === undefined ? flag : flag.startsWith('--') ? `${flag}=` : `${flag}+`));
  const said = `[${escaped(description)}]${slot === undefined ? '' : `:${escaped(slot.name)}:${action ?? ' '}`}`;
  const excluded = repeatable ? "'*'" : quoted(`(${flags.join(' ')})`);
  return `${excluded}${names.length === 1 ? names[0] : `{${names.join(',')}}`}${quoted(said)}`;
}

const escaped = (text: string): string => text.replace(/[\\[\]:]/g, '\\$&');

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

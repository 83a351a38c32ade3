import type { Argument, Command, Option } from 'commander';
import { allRuleIds } from '../../config/config.ts';
import type { Language } from '../../finding.ts';
import { fileRules } from '../../rules/file-rules.ts';
import { rules } from '../../rules/index.ts';
import { kinds } from '../../vocabulary/shape.ts';
import type { Offer, OfferedCommand, OfferedOption, Slot } from './slots.ts';

/**
 * What completion offers for a program, read off its commands: the choices of an option, those that a
 * placeholder lists (`<zh|en>`), rules and kinds where the placeholder says so, files where it asks for one.
 */
export function offersOf(program: Command, lang: Language): OfferedCommand[] {
  const commands = program.createHelp().visibleCommands(program);
  const named = commands.map((command) => ({ text: command.name(), description: command.description() }));
  return commands.map((command, index) => ({
    ...(named[index] as Offer),
    options: command
      .createHelp()
      .visibleOptions(command)
      .map((option) => optionOf(option, lang)),
    slots:
      command.name() === 'help'
        ? [{ name: 'command', offers: named, files: 'none' }]
        : command.registeredArguments.map((argument) => slotOf(argument, argument.name(), lang)),
    isOpen: command.registeredArguments.at(-1)?.variadic ?? false,
  }));
}

function optionOf(option: Option, lang: Language): OfferedOption {
  const placeholder = /[<[](.*)[>\]]/.exec(option.flags)?.[1];
  return {
    flags: [option.short, option.long].filter((flag) => flag !== undefined),
    description: option.description,
    slot: placeholder === undefined ? undefined : slotOf(option, placeholder, lang),
    repeatable: option.parseArg !== undefined || option.variadic,
  };
}

function slotOf({ argChoices }: Option | Argument, placeholder: string, lang: Language): Slot {
  const name = placeholder.replace(/\[.*|\.\.\.$/g, '');
  const listed = argChoices ?? (name.includes('|') ? name.split('|') : undefined);
  const offers = listed?.map((text) => ({ text, description: '' })) ?? vocabularies[name.toLowerCase()]?.(lang) ?? [];
  return {
    name,
    offers: placeholder.endsWith('[=FILE]') ? offers.flatMap((offer) => [offer, intoFile(offer, lang)]) : offers,
    files: /^paths?$/i.test(name) ? 'records' : /^(file|folder)s?$/i.test(name) ? 'any' : 'none',
  };
}

const intoFile = ({ text }: Offer, lang: Language): Offer => ({
  text: `${text}=`,
  description: lang === 'zh' ? '存入文件' : 'into a file',
});

const vocabularies: Record<string, (lang: Language) => Offer[]> = {
  rule: rulesOffered,
  id: (lang) => [...groupsOffered(lang), ...rulesOffered(lang)],
  kind: (lang) => kinds.map(({ code, title }) => ({ text: code, description: lang === 'zh' ? title : '' })),
};

function rulesOffered(lang: Language): Offer[] {
  const titles = new Map<string, string>();
  for (const { id, words } of rules) titles.set(id, words.title[lang]);
  for (const { id, title } of fileRules) titles.set(id, title[lang]);
  return allRuleIds.map((id) => ({ text: id, description: titles.get(id) ?? '' }));
}

const groupsOffered = (lang: Language): Offer[] =>
  [...new Set(allRuleIds.map((id) => id.slice(0, id.indexOf('/'))))].map((group) => ({
    text: `${group}/*`,
    description: lang === 'zh' ? `${group} 的全部规则` : `all rules of ${group}`,
  }));

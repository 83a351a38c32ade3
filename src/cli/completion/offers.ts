import type { Argument, Command, Option } from 'commander';
import { allRuleIds } from '../../check/rule-ids.ts';
import { ruleAcross } from '../../engine/in-edition.ts';
import { type Language, policies as notices } from '../../model/finding.ts';
import { noticeNames } from '../../model/names.ts';
import { bundledEditions } from '../../notices/edition.ts';
import { fileRules } from '../../rules/file-rules.ts';
import { rules } from '../../rules/index.ts';
import { kinds } from '../../schema/vocabulary/shape.ts';
import { NamedArgument } from '../arguments.ts';
import type { Offer, Offered, OfferedCommand, OfferedOption, Slot } from './slots.ts';

/**
 * What completion offers for a program, read off its commands: the choices of an option, those that a placeholder lists
 * (`<zh|en>`), and what an argument stands for or the placeholder of an option asks for: rules, kinds, files.
 */
export function offersOf(program: Command, lang: Language): Offered {
  const commandOf = ({ commands }: Command): Slot => ({
    name: lang === 'zh' ? '命令' : 'command',
    offers: commands.map((command) => ({ text: command.name(), description: command.description() })),
    files: 'none',
  });
  const slotsOf = (command: Command): Slot[] =>
    command.commands.length > 0
      ? [commandOf(command)]
      : command.registeredArguments.map((argument) => {
          const standsFor = argument instanceof NamedArgument ? argument.standsFor : '';
          return standsFor === 'command' ? commandOf(program) : slotOf(argument, argument.name(), standsFor, lang);
        });
  const offered = (command: Command, text: string): OfferedCommand => ({
    text,
    description: command.description(),
    options: command
      .createHelp()
      .visibleOptions(command)
      .map((option) => optionOf(option, lang)),
    slots: slotsOf(command),
    isOpen: command.registeredArguments.at(-1)?.variadic ?? false,
    isGroup: command.commands.length > 0,
  });
  return {
    program: offered(program, program.name()),
    commands: program.commands.flatMap((command) => [
      offered(command, command.name()),
      ...command.commands.map((own) => offered(own, `${command.name()} ${own.name()}`)),
    ]),
  };
}

function optionOf(option: Option, lang: Language): OfferedOption {
  const placeholder = /^[^<[]*[<[](.*)[>\]]$/.exec(option.flags)?.[1];
  return {
    flags: [option.short, option.long].filter((flag) => flag !== undefined),
    description: option.description,
    slot: placeholder === undefined ? undefined : valueSlot(option, placeholder, lang),
    repeatable: option.parseArg !== undefined || option.variadic,
  };
}

function valueSlot(option: Option, placeholder: string, lang: Language): Slot {
  const name = placeholder.replace(/\[.*/, '');
  const slot = slotOf(option, name, name.toLowerCase(), lang);
  if (!placeholder.endsWith('[=FILE]')) return slot;
  return { ...slot, offers: slot.offers.flatMap((offer) => [offer, intoFile(offer, lang)]) };
}

function slotOf({ argChoices }: Option | Argument, name: string, standsFor: string, lang: Language): Slot {
  const listed = argChoices ?? (name.includes('|') ? name.split('|') : undefined);
  return {
    name,
    offers: listed?.map((text) => ({ text, description: '' })) ?? vocabularies[standsFor]?.(lang) ?? [],
    files: files[standsFor] ?? 'none',
  };
}

const intoFile = ({ text }: Offer, lang: Language): Offer => ({
  text: `${text}=`,
  description: lang === 'zh' ? '存入文件' : 'into a file',
});

const files: Record<string, Slot['files']> = {
  paths: ['yaml', 'yml', 'xlsx', 'xlsm'],
  texts: ['yaml', 'yml'],
  edition: ['yaml', 'yml'],
  workbook: ['xlsx', 'xlsm'],
  file: 'any',
  shards: 'any',
};

const vocabularies: Record<string, (lang: Language) => Offer[]> = {
  rule: rulesOffered,
  id: (lang) => [...groupsOffered(lang), ...rulesOffered(lang)],
  notice: (lang) => notices.map((notice) => ({ text: notice, description: noticeNames[notice][lang] })),
  kind: (lang) => kinds.map(({ code, title }) => ({ text: code, description: lang === 'zh' ? title : '' })),
};

function rulesOffered(lang: Language): Offer[] {
  const titles = new Map<string, string>();
  for (const rule of rules) {
    const [newest] = ruleAcross(rule, bundledEditions);
    if (newest) titles.set(rule.id, newest.words.title[lang]);
  }
  for (const { id, title } of fileRules()) titles.set(id, title[lang]);
  return allRuleIds().map((id) => ({ text: id, description: titles.get(id) ?? '' }));
}

const groupsOffered = (lang: Language): Offer[] =>
  [...new Set(allRuleIds().map((id) => id.slice(0, id.indexOf('/'))))].map((group) => ({
    text: `${group}/*`,
    description: lang === 'zh' ? `${group} 的全部规则` : `all rules of ${group}`,
  }));

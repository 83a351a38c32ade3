import { Command } from 'commander';
import { requireRule } from '../../check/rule-ids.ts';
import type { Language } from '../../model/finding.ts';
import { NamedArgument } from '../arguments.ts';
import { localise } from '../language.ts';
import { writeReport } from '../output.ts';
import { addReferenceOptions, type ReferenceOptions, referenceSettings } from '../reference-options.ts';

/** `hn-gp explain`: one rule, its clause, reading, numbers and examples. */
export function explainCommand(lang: Language): Command {
  const word = (zh: string, en: string) => (lang === 'zh' ? zh : en);
  const command = localise(new Command('explain'), lang)
    .description(
      word('讲解一条规则：条款、要求、理解、数字、判定和例子', 'Explain a rule: clause, reading, numbers, examples'),
    )
    .addArgument(
      new NamedArgument(
        word('<规则>', '<rule>'),
        word('规则编号，例如 training/offline-first', 'rule id, such as training/offline-first'),
        'rule',
      ),
    );
  return addReferenceOptions(command, lang).action(async (id: string, options: ReferenceOptions) => {
    requireRule(id, 'explain');
    const { editions, lang: chosen, output } = await referenceSettings(options, lang);
    const { explain, explanationText } = await import('../../reference/explanation.ts');
    await writeReport(output, explanationText(explain(id, editions, chosen)), 'text');
  });
}

import { Command } from 'commander';
import type { Language } from '../../model/finding.ts';
import { jsonText } from '../../text/visible.ts';
import { NamedArgument } from '../arguments.ts';
import { kindNamed, kindNames } from '../kinds.ts';
import { choose, localise } from '../language.ts';
import { outputFile, writeReport } from '../output.ts';
import { outputOption } from '../reference-options.ts';
import { addSettings, readSettings, type SettingOptions } from '../settings.ts';

interface Options extends SettingOptions {
  keys?: string;
  output?: string;
}

/** `hn-gp schema`: the JSON Schema of a kind, or of any record, for completion, hover and errors in editors. */
export function schemaCommand(lang: Language): Command {
  const word = (zh: string, en: string) => (lang === 'zh' ? zh : en);
  const names = kindNames(lang);
  const command = localise(new Command('schema'), lang)
    .description(
      word(
        '输出 JSON Schema，编辑器据此补全、讲解，边写边查格式',
        'Print the JSON Schema by which editors complete, explain and check what is written',
      ),
    )
    .addArgument(
      new NamedArgument(
        word('[文种]', '[kind]'),
        word(`只要这种文种：${names}（默认全部）`, `this kind alone: ${names} (default: any)`),
        'kind',
      ),
    )
    .option(
      '--keys <zh|en|both>',
      word('键和值用中文、英文，还是都可以（默认 both）', 'language of keys and values (default both)'),
    )
    .addOption(outputOption(lang));
  const settings = addSettings(command, lang, {
    language: { zh: '讲解先用哪种语言', en: 'language that explanations begin with' },
  });
  return settings
    .addHelpText(
      'after',
      word(
        '\nVS Code 先装 YAML 扩展（redhat.vscode-yaml），把 schema 存到计划所在的文件夹：\n  hn-gp schema -o hn-gp.schema.json\n再在 .vscode/settings.json 里写：\n  "yaml.schemas": { "./hn-gp.schema.json": ["*.yaml", "!hn-gp.config.yaml"] }\n或者在每份文件的第一行写：\n  # yaml-language-server: $schema=./hn-gp.schema.json',
        '\nIn VS Code install the YAML extension (redhat.vscode-yaml) and keep the schema in the folder of the plans:\n  hn-gp schema -o hn-gp.schema.json\nThen write into .vscode/settings.json:\n  "yaml.schemas": { "./hn-gp.schema.json": ["*.yaml", "!hn-gp.config.yaml"] }\nor as the first line of each file:\n  # yaml-language-server: $schema=./hn-gp.schema.json',
      ),
    )
    .action(async (kind: string | undefined, options: Options) => {
      const keys = choose('--keys', options.keys ?? 'both', ['zh', 'en', 'both']);
      const code = kind === undefined ? undefined : kindNamed(kind, lang);
      const { cwd, lang: chosen } = await readSettings(options, lang);
      const { editorSchema } = await import('../../editor/schema.ts');
      const output = outputFile(options.output, cwd);
      await writeReport(output, jsonText(editorSchema(code, keys, chosen)), 'json');
    });
}

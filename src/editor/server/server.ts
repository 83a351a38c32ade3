import { Console } from 'node:console';
import {
  type ClientCapabilities,
  createConnection,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  MarkupKind,
  MessageType,
  PositionEncodingKind,
  ShowMessageNotification,
  TextDocumentSyncKind,
  TextDocuments,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CalendarDate } from '../../calendar/date.ts';
import type { Language, Words } from '../../model/finding.ts';
import { version } from '../../model/version.ts';
import { visible } from '../../text/visible.ts';
import { Debounce } from './debounce.ts';
import { diagnosticOf, rangeOf } from './diagnostics.ts';
import { fieldAt } from './field.ts';
import { aboutField, aboutRules } from './hover.ts';
import { isMeantAsRecord } from './meant-as-record.ts';
import { codeActions, FIX_ALL, isWithin } from './quick-fixes.ts';
import { EditorText } from './text.ts';
import { type Found, pathOf, Workspace } from './workspace.ts';

/** How the server was started. */
export interface Start {
  /** Language of messages; else what the editor asks for, the config's, Chinese. */
  lang: Language | undefined;
  /** The day to judge as of, asked at every check. */
  asOf(): CalendarDate;
  input: NodeJS.ReadableStream;
  output: NodeJS.WritableStream;
}

/** A document as last checked. */
interface Checked extends Found {
  version: number;
  text: EditorText;
  lang: Language;
}

/** Serves an editor by the language server protocol until it says exit or goes away; the process ends with it. */
export function serve({ lang: given, asOf, input, output }: Start): void {
  // Standard output belongs to the protocol.
  globalThis.console = new Console(process.stderr);
  const connection = createConnection(input, output);
  // Nobody reads any more.
  output.on('error', () => process.exit(1));
  const documents = new TextDocuments(TextDocument);
  const ours = new Set<string>();
  const checked = new Map<string, Checked>();
  const told = new Map<string, string>();
  const workspace = new Workspace({ config: tellOfConfig, fault: logFault });
  const debounce = new Debounce(checkAll);
  let wanted = given;
  let client: ClientCapabilities = {};

  connection.onInitialize((params): InitializeResult => {
    client = params.capabilities;
    workspace.folders = foldersOf(params);
    const { lang } = (params.initializationOptions ?? {}) as { lang?: unknown };
    if (lang === 'zh' || lang === 'en') wanted = lang;
    return {
      serverInfo: { name: 'hn-gp', version },
      capabilities: {
        positionEncoding: PositionEncodingKind.UTF16,
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        hoverProvider: true,
        codeActionProvider: { codeActionKinds: ['quickfix', FIX_ALL] },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  });
  connection.onInitialized(() => {
    if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration)
      connection.client
        .register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: '**/*.{yaml,yml}' }] })
        .catch(logFault);
    if (client.workspace?.workspaceFolders)
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map(({ uri }) => pathOf(uri)));
        const stay = workspace.folders.filter((folder) => !gone.has(folder));
        workspace.folders = [...stay, ...pathsOf(added.map(({ uri }) => uri))];
        debounce.ask();
      });
  });
  connection.onDidChangeWatchedFiles(() => debounce.ask());
  documents.onDidChangeContent(() => debounce.ask());
  documents.onDidSave(() => debounce.ask());
  documents.onDidClose(({ document: { uri } }) => {
    ours.delete(uri);
    if (checked.delete(uri)) connection.sendDiagnostics({ uri, diagnostics: [] });
    debounce.ask();
  });

  connection.onHover(async ({ textDocument, position }) => {
    const found = await upToDate(textDocument.uri);
    if (!found) return null;
    const { text, findings, config, lang } = found;
    const here = findings.filter((finding) => isWithin(position, rangeOf(finding, text)));
    const field = fieldAt(text.read, text.offsetAt(position));
    const parts = [...(field ? [aboutField(field, config, lang)] : []), ...aboutRules(here, config, lang)];
    if (parts.length === 0) return null;
    return {
      contents: { kind: MarkupKind.Markdown, value: parts.join('\n\n---\n\n') },
      ...(field ? { range: text.range(field.start, field.end) } : {}),
    };
  });

  connection.onCodeAction(async ({ textDocument: { uri }, range, context: { only } }) => {
    const found = await upToDate(uri);
    if (!found) return [];
    const { text, findings, lang } = found;
    return codeActions(findings, text, range, only, lang, (edits) => workspaceEdit(uri, found.version, edits));
  });

  documents.listen(connection);
  connection.listen();

  /** Checks all open documents and shows what was found in those that have not changed since. */
  async function checkAll(): Promise<void> {
    try {
      const opened = documents.all().filter(isYaml);
      const taken = opened.map((document) => {
        const text = document.getText();
        if (isMeantAsRecord(text)) ours.add(document.uri);
        return { uri: document.uri, version: document.version, text, ours: ours.has(document.uri) };
      });
      const found = await workspace.find(taken, asOf());
      for (const { uri, version: taking, text } of taken) {
        const own = found.get(uri);
        if (!own || documents.get(uri)?.getText() !== text) continue;
        const lang = wanted ?? own.config.settings.lang ?? 'zh';
        const each = { ...own, version: taking, text: new EditorText(text), lang };
        checked.set(uri, each);
        const diagnostics = own.findings.map((finding) => diagnosticOf(finding, each.text, lang));
        connection.sendDiagnostics({ uri, version: taking, diagnostics });
      }
    } catch (error) {
      logFault(error);
    }
  }

  /** What was found in a document as it is now; undefined where it is closed or could not be checked. */
  async function upToDate(uri: string): Promise<Checked | undefined> {
    await debounce.settled();
    const last = checked.get(uri);
    return last?.version === documents.get(uri)?.version ? last : undefined;
  }

  function workspaceEdit(uri: string, of: number, edits: TextEdit[]): WorkspaceEdit {
    return client.workspace?.workspaceEdit?.documentChanges
      ? { documentChanges: [{ textDocument: { uri, version: of }, edits }] }
      : { changes: { [uri]: edits } };
  }

  /** Says once what is wrong with a config, and again when something else is. */
  function tellOfConfig(folder: string, problem: Words | undefined): void {
    const lang = wanted ?? 'zh';
    const said = problem && visible(problem[lang]);
    if (said === told.get(folder)) return;
    if (said === undefined) {
      told.delete(folder);
      return;
    }
    told.set(folder, said);
    const message = lang === 'zh' ? `配置用不了，先按没有配置检查：${said}` : `Checking without the config: ${said}`;
    connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Error, message }).catch(logFault);
  }

  function logFault(error: unknown): void {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    connection.console.error(
      wanted === 'en'
        ? `hn-gp ${version}: a fault of the tool, not of your files. Please report it to the maintainers.\n${detail}`
        : `hn-gp ${version}：程序出错了，这不是您的文件的问题，请报告给维护者。\n${detail}`,
    );
  }
}

const isYaml = ({ uri, languageId }: TextDocument): boolean => languageId.startsWith('yaml') || /\.ya?ml$/i.test(uri);

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): string[] {
  if (workspaceFolders) return pathsOf(workspaceFolders.map(({ uri }) => uri));
  return rootUri ? pathsOf([rootUri]) : [];
}

const pathsOf = (uris: readonly string[]): string[] => uris.flatMap((uri) => pathOf(uri) ?? []);

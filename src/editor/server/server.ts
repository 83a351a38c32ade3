import {
  type ClientCapabilities,
  type CodeAction,
  type CodeActionParams,
  type Command,
  type Connection,
  DidChangeWatchedFilesNotification,
  type Hover,
  type HoverParams,
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
  type WorkspaceFoldersChangeEvent,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CalendarDate } from '../../calendar/date.ts';
import { pathOf } from '../../disk/documents.ts';
import type { Language, Words } from '../../model/finding.ts';
import { version } from '../../model/version.ts';
import { classHoursPerDayBy } from '../../notices/edition.ts';
import { visible } from '../../text/visible.ts';
import { Debounce } from './debounce.ts';
import { diagnosticOf, rangeOf } from './diagnostics.ts';
import { fieldAt } from './field.ts';
import { aboutField, aboutRules } from './hover.ts';
import { isMeantAsRecord } from './meant-as-record.ts';
import { codeActions, FIX_ALL, isWithin } from './quick-fixes.ts';
import { EditorText } from './text.ts';
import { type Found, Workspace } from './workspace.ts';

/** How the server was started. */
export interface Start {
  /** Language of messages; else what the editor asks for, the config's, Chinese. */
  lang: Language | undefined;
  /** The working folder, for documents that have no file. */
  cwd: string;
  /** The day to judge as of, asked at every check. */
  asOf(): CalendarDate;
}

/** A document as last checked. */
interface Checked extends Found {
  version: number;
  text: EditorText;
  lang: Language;
}

/** Serves an editor over a connection by the language server protocol. */
export class LanguageServer {
  readonly #connection: Connection;
  readonly #asOf: () => CalendarDate;
  readonly #documents = new TextDocuments(TextDocument);
  readonly #workspace: Workspace;
  readonly #debounce = new Debounce(() => this.#checkAll());
  /** Documents that are meant as records, by their URIs. */
  readonly #records = new Set<string>();
  readonly #checked = new Map<string, Checked>();
  /** By what it is about, what was said last. */
  readonly #told = new Map<string, string>();
  #wanted: Language | undefined;
  #client: ClientCapabilities = {};

  constructor(connection: Connection, { lang, cwd, asOf }: Start) {
    this.#connection = connection;
    this.#wanted = lang;
    this.#asOf = asOf;
    this.#workspace = new Workspace(cwd, {
      config: (folder, problem) =>
        this.#tell(`config ${folder}`, MessageType.Error, problem, {
          zh: '配置用不了，先按没有配置检查：',
          en: 'Checking without the config: ',
        }),
      unjudged: (folder, files) =>
        this.#tell(`files ${folder}`, MessageType.Warning, files, {
          zh: '这些文件没能判定，与它们有关的结果可能不全：',
          en: 'Not judged, so what depends on these may be incomplete: ',
        }),
      fault: (error) => this.#logFault(error),
    });
  }

  /** Begins to listen. */
  listen(): void {
    const connection = this.#connection;
    const ask = () => this.#debounce.ask();
    connection.onInitialize((params) => this.#initialize(params));
    connection.onInitialized(() => this.#initialized());
    connection.onDidChangeWatchedFiles(ask);
    this.#documents.onDidChangeContent(ask);
    this.#documents.onDidSave(ask);
    this.#documents.onDidClose(({ document }) => this.#closed(document.uri));
    connection.onHover((params) => this.#hover(params));
    connection.onCodeAction((params) => this.#codeActions(params));
    this.#documents.listen(connection);
    connection.listen();
  }

  #initialize(params: InitializeParams): InitializeResult {
    this.#client = params.capabilities;
    this.#workspace.folders = foldersOf(params);
    const { lang } = (params.initializationOptions ?? {}) as { lang?: unknown };
    if (lang === 'zh' || lang === 'en') this.#wanted = lang;
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
  }

  #initialized(): void {
    const { workspace } = this.#client;
    if (workspace?.didChangeWatchedFiles?.dynamicRegistration)
      this.#connection.client
        .register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: '**/*.{yaml,yml,xlsx,xlsm}' }] })
        .catch((error) => this.#logFault(error));
    if (workspace?.workspaceFolders)
      this.#connection.workspace.onDidChangeWorkspaceFolders((change) => this.#changeFolders(change));
  }

  #changeFolders({ added, removed }: WorkspaceFoldersChangeEvent): void {
    const gone = new Set(removed.map(({ uri }) => pathOf(uri)));
    const stay = this.#workspace.folders.filter((folder) => !gone.has(folder));
    this.#workspace.folders = [...stay, ...pathsOf(added.map(({ uri }) => uri))];
    this.#debounce.ask();
  }

  #closed(uri: string): void {
    this.#records.delete(uri);
    if (this.#checked.delete(uri)) void this.#connection.sendDiagnostics({ uri, diagnostics: [] });
    this.#debounce.ask();
  }

  async #hover({ textDocument, position }: HoverParams): Promise<Hover | null> {
    const found = await this.#upToDate(textDocument.uri);
    if (!found) return null;
    const { text, findings, config, lang } = found;
    const here = findings.filter((finding) => isWithin(position, rangeOf(finding, text)));
    const field = fieldAt(text.read, text.offsetAt(position), classHoursPerDayBy(config.editions));
    const parts = [
      ...(field ? [aboutField(field, config, lang, this.#asOf())] : []),
      ...aboutRules(here, config, lang),
    ];
    if (parts.length === 0) return null;
    return {
      contents: { kind: MarkupKind.Markdown, value: parts.join('\n\n---\n\n') },
      ...(field ? { range: text.range(field.start, field.end) } : {}),
    };
  }

  async #codeActions({
    textDocument: { uri },
    range,
    context: { only },
  }: CodeActionParams): Promise<(Command | CodeAction)[]> {
    const found = await this.#upToDate(uri);
    if (!found) return [];
    const { text, findings, lang } = found;
    return codeActions(findings, text, range, only, lang, (edits) => this.#workspaceEdit(uri, found.version, edits));
  }

  /** Checks all open documents and shows what was found in those that have not changed since. */
  async #checkAll(): Promise<void> {
    try {
      const opened = this.#documents.all().filter(isYaml);
      const taken = opened.map((document) => {
        const text = document.getText();
        if (isMeantAsRecord(text)) this.#records.add(document.uri);
        return { uri: document.uri, version: document.version, text, isRecord: this.#records.has(document.uri) };
      });
      const found = await this.#workspace.find(taken, this.#asOf());
      for (const { uri, version: taking, text } of taken) {
        const own = found.get(uri);
        if (!own || this.#documents.get(uri)?.getText() !== text) continue;
        const lang = this.#wanted ?? own.config.settings.lang ?? 'zh';
        const each = { ...own, version: taking, text: new EditorText(text), lang };
        this.#checked.set(uri, each);
        const diagnostics = own.findings.map((finding) => diagnosticOf(finding, each.text, lang));
        void this.#connection.sendDiagnostics({ uri, version: taking, diagnostics });
      }
    } catch (error) {
      this.#logFault(error);
    }
  }

  /** What was found in a document as it is now; undefined where it is closed or could not be checked. */
  async #upToDate(uri: string): Promise<Checked | undefined> {
    await this.#debounce.settled();
    const last = this.#checked.get(uri);
    return last?.version === this.#documents.get(uri)?.version ? last : undefined;
  }

  #workspaceEdit(uri: string, of: number, edits: TextEdit[]): WorkspaceEdit {
    return this.#client.workspace?.workspaceEdit?.documentChanges
      ? { documentChanges: [{ textDocument: { uri, version: of }, edits }] }
      : { changes: { [uri]: edits } };
  }

  /** Says something once, and again when it is another thing. */
  #tell(about: string, type: MessageType, problem: Words | undefined, before: Words): void {
    const lang = this.#wanted ?? 'zh';
    const said = problem && visible(problem[lang]);
    if (said === this.#told.get(about)) return;
    if (said === undefined) {
      this.#told.delete(about);
      return;
    }
    this.#told.set(about, said);
    this.#connection
      .sendNotification(ShowMessageNotification.type, { type, message: before[lang] + said })
      .catch((error) => this.#logFault(error));
  }

  #logFault(error: unknown): void {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    this.#connection.console.error(
      this.#wanted === 'en'
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

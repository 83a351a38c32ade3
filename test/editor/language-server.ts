import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import {
  type CompletionItem,
  CompletionRequest,
  ConfigurationRequest,
  createProtocolConnection,
  type Diagnostic,
  DidOpenTextDocumentNotification,
  ExitNotification,
  type Hover,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  type MarkupContent,
  type Position,
  PublishDiagnosticsNotification,
  RegistrationRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';

const program = createRequire(import.meta.url).resolve('yaml-language-server/bin/yaml-language-server');

/** What is under the cursor: the place of `¦` in a text, and the text without it. */
function cursor(marked: string): { text: string; position: Position } {
  const before = marked.slice(0, marked.indexOf('¦')).split('\n');
  return {
    text: marked.replace('¦', ''),
    position: { line: before.length - 1, character: (before.at(-1) as string).length },
  };
}

/**
 * The YAML language server of VS Code as a process of its own, opened on a folder with the settings of the YAML extension.
 * It is ready once it refuses `probe`, a wrong record, by its schema.
 */
export async function languageServer(folder: string, schemas: Record<string, string | string[]>, probe: string) {
  const server = spawn(process.execPath, [program, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  const listeners = new Map<string, (diagnostics: Diagnostic[]) => void>();
  connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, diagnostics }) =>
    listeners.get(uri)?.(diagnostics),
  );
  const settings: Record<string, unknown> = {
    yaml: { schemas, schemaStore: { enable: false } },
    editor: { tabSize: 2 },
  };
  connection.onRequest(ConfigurationRequest.type, ({ items }) =>
    items.map(({ section }) => settings[`${section}`] ?? null),
  );
  connection.onRequest(RegistrationRequest.type, () => {});
  connection.listen();
  const root = pathToFileURL(folder).href;
  await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: root,
    workspaceFolders: [{ uri: root, name: 'plans' }],
    capabilities: {
      workspace: { configuration: true, workspaceFolders: true },
      textDocument: {
        completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } },
        hover: { contentFormat: ['markdown'] },
      },
    },
  });
  await connection.sendNotification(InitializedNotification.type, {});

  /** Opens a file and gives its diagnostics, once they are as `until` asks. */
  const check = async (name: string, text: string, until = (_: Diagnostic[]) => true): Promise<Diagnostic[]> => {
    const uri = `${root}/${encodeURI(name)}`;
    const published = new Promise<Diagnostic[]>((done) => {
      listeners.set(uri, (diagnostics) => until(diagnostics) && done(diagnostics));
    });
    await connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId: 'yaml', version: 1, text },
    });
    return published;
  };
  let opened = 0;
  /** Opens a text as a new file, without waiting for what the server says of it. */
  const open = async (text: string) => {
    opened += 1;
    const uri = `${root}/opened-${opened}.yaml`;
    await connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId: 'yaml', version: 1, text },
    });
    return { uri };
  };
  const hovers = async (text: string, positions: Position[]): Promise<string[]> => {
    const textDocument = await open(text);
    return Promise.all(
      positions.map(async (position) => {
        const found: Hover | null = await connection.sendRequest(HoverRequest.type, { textDocument, position });
        return (found?.contents as MarkupContent | undefined)?.value ?? '';
      }),
    );
  };
  await check('probe.yaml', probe, (diagnostics) => diagnostics.length > 0);
  return {
    check,
    hovers,
    /** What is said of what stands at `¦`. */
    async hover(marked: string): Promise<string> {
      const { text, position } = cursor(marked);
      return (await hovers(text, [position]))[0] as string;
    },
    /** What is offered at `¦`. */
    async complete(marked: string): Promise<CompletionItem[]> {
      const { text, position } = cursor(marked);
      const found = await connection.sendRequest(CompletionRequest.type, { textDocument: await open(text), position });
      return Array.isArray(found) ? found : (found?.items ?? []);
    },
    async stop(): Promise<void> {
      await connection.sendRequest(ShutdownRequest.type);
      await connection.sendNotification(ExitNotification.type);
      connection.dispose();
      server.kill();
    },
  };
}

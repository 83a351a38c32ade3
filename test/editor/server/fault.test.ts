import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import {
  createProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { serve } from '../../../src/cli/language-server.ts';
import { plan } from '../../cli/run.ts';

test('a fault during a check is logged, and the next check is made', async () => {
  const own = globalThis.console;
  const [toServer, toEditor] = [new PassThrough(), new PassThrough()];
  let faults = 1;
  serve({
    lang: 'en',
    cwd: process.cwd(),
    asOf: () => {
      if (faults-- > 0) throw new Error('the clock stands still');
      return '2024-06-30';
    },
    input: toServer,
    output: toEditor,
  });
  globalThis.console = own;
  const editor = createProtocolConnection(new StreamMessageReader(toEditor), new StreamMessageWriter(toServer));
  const logged = new Promise<string>((resolve) =>
    editor.onNotification('window/logMessage', ({ message }: { message: string }) => resolve(message)),
  );
  const shown = new Promise<PublishDiagnosticsParams>((resolve) =>
    editor.onNotification('textDocument/publishDiagnostics', resolve),
  );
  editor.listen();
  await editor.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
  const textDocument = { uri: 'untitled:plan', languageId: 'yaml', version: 1, text: plan };
  editor.sendNotification('textDocument/didOpen', { textDocument });
  expect(await logged).toMatch(/^hn-gp \S+: a fault of the tool, .*\nError: the clock stands still/);
  editor.sendNotification('textDocument/didSave', { textDocument });
  expect((await shown).diagnostics).not.toEqual([]);
});

import { Console } from 'node:console';
import { createConnection } from 'vscode-languageserver/node';
import { LanguageServer, type Start } from '../editor/server/server.ts';

/** Over what the server talks. */
interface Streams {
  input: NodeJS.ReadableStream;
  output: NodeJS.WritableStream;
}

/** Serves an editor until it says exit or goes away; the process ends with it. */
export function serve({ input, output, ...start }: Start & Streams): void {
  // Standard output belongs to the protocol.
  globalThis.console = new Console(process.stderr);
  const connection = createConnection(input, output);
  // Nobody reads any more.
  output.on('error', () => process.exit(1));
  new LanguageServer(connection, start).listen();
}

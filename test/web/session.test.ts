import { expect, test } from 'vitest';
import type { Machine } from '../../src/web/machine.ts';
import { Session } from '../../src/web/page/session.ts';
import { copyOf, type Source } from '../../src/web/page/sources.ts';

/** A page's state over a machine that notes the files which it is asked to check, and answers nothing. */
function begun() {
  const asked: string[][] = [];
  let names: string[] = [];
  const machine = {
    hold: (files: { file: string }[]) => {
      names = files.map(({ file }) => file);
    },
    ask: () => {
      asked.push(names);
      return new Promise(() => {});
    },
    cancel: () => {},
  };
  return { session: new Session(machine as unknown as Machine, 'zh', () => {}), asked };
}

/** A file that is listed when told. */
function source(name: string) {
  let read = () => {};
  const promise = new Promise<void>((resolve) => {
    read = resolve;
  });
  const given: Source = {
    name,
    isWatched: false,
    list: async () => {
      await promise;
      return { found: [{ file: name, isNamed: true, get: async () => new File(['{}'], name) }], leftOut: [] };
    },
  };
  return { given, read };
}

test('what is taken away while it is still read is not checked, however late it comes', async () => {
  const { session, asked } = begun();
  const [slow, quick] = [source('a.yaml'), source('b.yaml')];
  const added = session.add([slow.given, quick.given]);
  void session.remove('a.yaml');
  quick.read();
  await expect.poll(() => asked).toEqual([['b.yaml']]);
  slow.read();
  await added;
  expect(asked).toEqual([['b.yaml']]);
  expect(session.state.held.files.map(({ file }) => file)).toEqual(['b.yaml']);
});

test('reading can be stopped, and nothing is checked then', async () => {
  const { session, asked } = begun();
  const slow = source('a.yaml');
  const added = session.add([slow.given]);
  session.cancel();
  slow.read();
  await added;
  expect(asked).toEqual([]);
  expect(session.state).toMatchObject({ progress: undefined, checked: undefined, failure: { zh: '已停下' } });
});

test('a copy that reads otherwise than at first is gone, and what it held stays', async () => {
  const { session } = begun();
  const readings = ['年度: 2024', '年度: 2025'].map((text) => new TextEncoder().encode(text));
  let turn = 0;
  const file = { name: 'a.yaml', size: 12, lastModified: 1, slice: () => new Blob([readings[turn] ?? '']) };
  void session.add([copyOf(file as unknown as File)]);
  await expect.poll(() => session.state.held.files.length).toBe(1);
  turn = 1;
  void session.refresh();
  await expect.poll(() => session.state.held.gone).toEqual(['a.yaml']);
  expect(session.state.held.files.map(({ bytes }) => new TextDecoder().decode(bytes))).toEqual(['年度: 2024']);
});

import { describe, expect, it } from '@jest/globals';
import { Memo } from './memo.ts';

const later = (text: string) => () => Promise.resolve(text);
const never = (): Promise<string> => Promise.reject(new Error('It is known.'));
const failing = (): Promise<string> => Promise.reject(new Error('It cannot be made.'));

describe('what is made once', () => {
  it('is made once for all who ask meanwhile and later', async () => {
    const memo = new Memo<string>(2);
    const { promise, resolve } = Promise.withResolvers<string>();
    const asked = [memo.get('a', () => promise), memo.get('a', never), memo.known('a')];
    resolve('made');
    expect(await Promise.all([...asked, memo.get('a', never)])).toEqual(Array(4).fill('made'));
  });

  it('is made again where it failed', async () => {
    const memo = new Memo<string>(2);
    await expect(memo.get('a', failing)).rejects.toThrow('It cannot be made.');
    expect(memo.known('a')).toBeUndefined();
    expect(await memo.get('a', later('made'))).toBe('made');
  });

  it('is forgotten when all together weigh too much, what was not asked for longest first', async () => {
    const memo = new Memo<string>(10, (text) => text.length);
    const kept = (...keys: string[]) => keys.filter((key) => memo.known(key) !== undefined);
    for (const text of ['aaaa', 'bbbb', 'cc']) await memo.get(text, later(text));
    await memo.known('aaaa');
    await memo.get('d', later('d'));
    expect(kept('aaaa', 'bbbb', 'cc', 'd')).toEqual(['aaaa', 'cc', 'd']);
    await memo.get('eeee', later('eeee'));
    expect(kept('aaaa', 'cc', 'd', 'eeee')).toEqual(['cc', 'd', 'eeee']);
  });

  it('is weighed with its key', async () => {
    const memo = new Memo<string>(4, (text, key) => text.length + key.length);
    await memo.get('aa', later('bb'));
    expect(memo.made('aa')).toBe('bb');
    await memo.get('c', later('d'));
    expect(memo.made('aa')).toBeUndefined();
  });

  it('is not kept where it is too heavy alone, and pushes nothing out', async () => {
    const memo = new Memo<string>(10, (text) => (text === '' ? Infinity : text.length));
    await memo.get('a', later('a'));
    for (const text of ['much too heavy', '']) {
      expect(await memo.get('b', later(text))).toBe(text);
      expect(memo.known('b')).toBeUndefined();
    }
    expect(await memo.get('a', never)).toBe('a');
  });

  it('is not pushed out while it is made, and weighs what it weighs then', async () => {
    const memo = new Memo<string>(4, (text) => text.length);
    const { promise, resolve } = Promise.withResolvers<string>();
    const slow = memo.get('slow', () => promise);
    for (const text of ['aaa', 'bbb', 'ccc']) await memo.get(text, later(text));
    expect(memo.known('slow')).toBe(slow);
    resolve('slow');
    await slow;
    expect(memo.known('ccc')).toBeUndefined();
    expect(await memo.get('slow', never)).toBe('slow');
  });
});

import { expect, test } from 'vitest';
import { readToken, roomScreenAddress } from '../../../renderer/host/pageToken.ts';

function tabStorage(): Pick<Storage, 'getItem' | 'setItem'> {
  const kept = new Map<string, string>();
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => { kept.set(key, value); } };
}

test('a reload without the token in the address finds it again', () => {
  const storage = tabStorage();
  expect(readToken({ hash: '#token=abc' }, storage)).toBe('abc');
  expect(readToken({ hash: '' }, storage)).toBe('abc');
});

test('a token in the address counts more than an old one', () => {
  const storage = tabStorage();
  readToken({ hash: '#token=old' }, storage);
  expect(readToken({ hash: '#token=new' }, storage)).toBe('new');
});

test('without any token there is none', () => {
  expect(readToken({ hash: '#elsewhere' }, tabStorage())).toBe('');
});

test('the room screen has an address of its own, with the same token', () => {
  const storage = tabStorage();
  readToken({ hash: '#token=abc' }, storage);
  expect(roomScreenAddress({ href: 'http://127.0.0.1:4000/#token=abc' }, storage)).toBe('http://127.0.0.1:4000/?room#token=abc');
});

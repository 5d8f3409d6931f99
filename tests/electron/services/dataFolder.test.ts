import { expect, test } from 'vitest';
import { dataFolder } from '../../../electron/services/dataFolder.ts';

test('on Windows boards never lie in the roaming profile', () => {
  expect(dataFolder({ platform: 'win32', env: { LOCALAPPDATA: '/local', APPDATA: '/roaming' }, home: '/els' })).toBe('/local/Droomdoek');
  expect(dataFolder({ platform: 'win32', env: { APPDATA: '/roaming' }, home: '/els' })).toBe('/els/AppData/Local/Droomdoek');
});

test('elsewhere they lie where the system keeps the data of apps', () => {
  expect(dataFolder({ platform: 'darwin', env: {}, home: '/Users/els' })).toBe('/Users/els/Library/Application Support/Droomdoek');
  expect(dataFolder({ platform: 'linux', env: {}, home: '/home/els' })).toBe('/home/els/.local/share/droomdoek');
  expect(dataFolder({ platform: 'linux', env: { XDG_DATA_HOME: '/data' }, home: '/home/els' })).toBe('/data/droomdoek');
});

test('a folder can be given', () => {
  expect(dataFolder({ platform: 'linux', env: { DROOMDOEK_DATA: '/stick' }, home: '/home/els' })).toBe('/stick');
});

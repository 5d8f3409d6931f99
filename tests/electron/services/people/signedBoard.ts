import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { asId, type PersonId } from '../../../../shared/base/ids.ts';
import type { ExportContent, ExportRequest } from '../../../../shared/contract/exportRequest.ts';
import type { PeoplePart } from '../../../../shared/contract/people.ts';
import type { ExportEnd, ExportOrder, Exports } from '../../../../electron/services/exports/createExports.ts';
import { idleExports } from '../idleExports.ts';
import { BOARD, sampleBoard } from '../sampleBoard.ts';
import { startServices } from '../startServices.ts';
import { signPeople } from './signPeople.ts';

export const INK = 'M12 31Q34 3 51 22Q71 37 88 9L89 10Q70 39 50 23Q33 5 13 32Z';
export const person = (name: string, phone = ''): PeoplePart['people'][number] => ({ id: asId<PersonId>(name.toLowerCase().replace(/\W/g, '')), name, role: 'wijkbewoner', phone, signature: INK, consentAtMs: Date.UTC(2026, 10, 20), consent: 'Mijn gegevens mogen op het charter staan.' });
export const part: PeoplePart = { people: [person('Fatima Yildiz', '0470 98 76 54'), person('Jef Claes')], purpose: 'elkaar bellen', eraseOn: '2027-01-31' };
export const SECRETS = ['Fatima', 'Yildiz', 'Jef Claes', '0470 98', '98 76 54', 'wijkbewoner', 'elkaar bellen', 'Mijn gegevens', INK.slice(0, 12), '2027-01-31'];
export const noon = (day: string): number => new Date(`${day}T12:00`).getTime();

export async function filesUnder(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return (await Promise.all(entries.map(async (entry) => (entry.isDirectory() ? filesUnder(join(folder, entry.name)) : [join(folder, entry.name)])))).flat();
}

/** Services with an open board that has people, at noon of a day. */
export async function signed(day: string, folder: string, more: Partial<Parameters<typeof startServices>[1]> = {}) {
  let now = noon(day);
  const started = await startServices(folder, { now: () => now, ...more });
  await started.ask('boards.create', { document: { board: sampleBoard(), inks: {} }, assets: [] });
  await started.ask('boards.open', { board: BOARD });
  await signPeople(started.ask, BOARD, part);
  return { ...started, later: (ms: number): void => { now += ms; } };
}

/** Takes every order as done at once and keeps what it was given. */
export function orders(): { readonly exports: Exports; readonly given: ExportOrder[] } {
  const given: ExportOrder[] = [];
  return {
    given,
    exports: idleExports((order) => {
      given.push(order);
      return { job: `j${given.length}`, cancel: () => undefined, done: Promise.resolve({ job: `j${given.length}`, state: 'done', path: order.target, url: null } as const) };
    }),
  };
}

type Running = { readonly asked: string; readonly signers: ExportOrder['signers']; isOver: string | null; readonly end: (state: 'done' | 'cancelled') => void };

/** Takes orders that go on until they are ended or cancelled; with `tooLate` one that is cancelled has just been done. */
export function slowOrders(tooLate = false): { readonly exports: Exports; readonly running: ReadonlyMap<string, Running> } {
  const running = new Map<string, Running>();
  return {
    running,
    exports: idleExports((order) => {
      const job = `j${running.size}`;
      const done = new Promise<ExportEnd>((resolve) => {
        const one: Running = {
          asked: order.request.content.kind, signers: order.signers, isOver: null,
          end: (state) => {
            one.isOver ??= state;
            resolve(state === 'done' ? { job, state, path: order.target, url: null } : { job, state });
          },
        };
        running.set(job, one);
      });
      return { job, cancel: () => running.get(job)?.end(tooLate ? 'done' : 'cancelled'), done };
    }),
  };
}
export const request = (content: ExportContent, more: Partial<ExportRequest> = {}): ExportRequest => ({
  format: 'pdf', content, pages: 'all', paper: 'a4', orientation: 'auto', margins: 'usual', background: 'paper', tile: null, dpi: 300, publicVersion: false, charter: false, svgText: 'text', locale: 'nl', ...more,
});

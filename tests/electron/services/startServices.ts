import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { CallName, Calls, Events } from '../../../shared/contract/contract.ts';
import type { Result } from '../../../shared/contract/trouble.ts';
import { createServices, type Services, type ServicesOptions } from '../../../electron/services/createServices.ts';

/** A folder that is there for one test. */
export async function tempFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'droomdoek-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

export type Told = { [Name in keyof Events]?: Events[Name][] };

/** Running services in a folder; `told` gathers all events. */
export async function startServices(dataFolder: string, options: Partial<ServicesOptions> = {}): Promise<{ readonly services: Services; readonly told: Told; readonly ask: Ask }> {
  const services = await createServices({ dataFolder, version: 'test', shellCalls: {}, exports: null, ...options });
  const told: Told = {};
  services.subscribe((name, event) => { ((told[name] ??= []) as unknown[]).push(event); });
  onTestFinished(() => services.close().catch(() => undefined));
  return { services, told, ask: async (name, input) => valueOf(await services.handle(name, input)) };
}

/** Calls and gives the value; a trouble is thrown as its code and detail. */
export type Ask = <Name extends CallName>(name: Name, input: Calls[Name]['in']) => Promise<Calls[Name]['out']>;

function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`${result.trouble.code} ${result.trouble.detail}`.trim());
  return result.value;
}

import { execFileSync, spawn } from 'node:child_process';
import { readlinkSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { startLines, type LinesProcess } from './linesProcess.ts';

/** A laptop and a phone as two machines of their own (network namespaces), joined by a Wi-Fi and by a cable. */
export type TwoNetworks = {
  readonly wifi: { readonly laptop: string; readonly phone: string };
  readonly cable: { readonly laptop: string; readonly phone: string };
  /** Starts a bundled process on one of the two machines. */
  readonly onLaptop: (bundle: string, ...args: readonly string[]) => LinesProcess;
  readonly onPhone: (bundle: string) => LinesProcess;
  /** Takes the Wi-Fi away: the laptop loses its address there. */
  readonly loseWifi: () => void;
  /** And gives it back, with the same address. */
  readonly findWifi: () => void;
};

const WIFI = { laptop: '10.77.0.2', phone: '10.77.0.50' };
const CABLE = { laptop: '10.78.0.2', phone: '10.78.0.50' };

/** Makes the two machines for one test; needs root, as tests with disks of their own do. */
export async function twoNetworks(): Promise<TwoNetworks> {
  const laptop = await machine();
  const phone = await machine();
  const join = (name: string, { laptop: near, phone: far }: typeof WIFI): void => {
    inside(laptop, 'ip', 'link', 'add', name, 'type', 'veth', 'peer', 'name', `far-${name}`);
    inside(laptop, 'ip', 'link', 'set', `far-${name}`, 'netns', String(phone));
    inside(laptop, 'ip', 'addr', 'add', `${near}/24`, 'dev', name);
    inside(laptop, 'ip', 'link', 'set', name, 'up');
    inside(phone, 'ip', 'addr', 'add', `${far}/24`, 'dev', `far-${name}`);
    inside(phone, 'ip', 'link', 'set', `far-${name}`, 'up');
  };
  join('wlan0', WIFI);
  join('eth0', CABLE);
  const startIn = (pid: number, args: readonly string[]): LinesProcess => {
    const started = startLines('nsenter', ['-t', String(pid), '-n', process.execPath, ...args]);
    onTestFinished(started.end);
    return started;
  };
  return {
    wifi: WIFI, cable: CABLE,
    onLaptop: (bundle, ...args) => startIn(laptop, [bundle, ...args]),
    onPhone: (bundle) => startIn(phone, [bundle]),
    loseWifi: () => { inside(laptop, 'ip', 'link', 'del', 'wlan0'); },
    findWifi: () => { join('wlan0', WIFI); },
  };
}

/** A process that does nothing but hold a network of its own. */
async function machine(): Promise<number> {
  const holder = spawn('unshare', ['-n', 'sleep', 'infinity'], { stdio: 'ignore' });
  onTestFinished(() => { holder.kill('SIGKILL'); });
  const pid = holder.pid ?? 0;
  while (readlinkSync(`/proc/${pid}/ns/net`) === readlinkSync('/proc/self/ns/net')) await sleep(5);
  inside(pid, 'ip', 'link', 'set', 'lo', 'up');
  return pid;
}

function inside(pid: number, ...command: readonly string[]): void {
  execFileSync('nsenter', ['-t', String(pid), '-n', ...command], { stdio: 'pipe' });
}

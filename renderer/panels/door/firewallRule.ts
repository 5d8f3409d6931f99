import { DOOR_PORTS } from '../../../shared/contract/door.ts';

const FIRST = DOOR_PORTS[0];
const LAST = DOOR_PORTS[DOOR_PORTS.length - 1] ?? FIRST;

/**
 * The one rule that lets phones of the same network reach the room door, as a command of the system's own firewall; null
 * where a firewall asks by program and not by port (macOS).
 * @param platform as Node names it: `win32`, `linux`, `darwin`
 * @param address the laptop's own, IPv4: its network of 256 is let in; null takes the usual private ones
 */
export function firewallRule(platform: string, address: string | null): string | null {
  if (platform === 'darwin') return null;
  const network = address === null ? '192.168.0.0/16' : address.replace(/\.\d+$/, '.0/24');
  return platform === 'win32'
    ? `netsh advfirewall firewall add rule name="Droomdoek" dir=in action=allow protocol=TCP localport=${FIRST}-${LAST} remoteip=localsubnet`
    : `sudo ufw allow in proto tcp from ${network} to any port ${FIRST}:${LAST}`;
}

import type { networkInterfaces } from 'node:os';
import type { DoorAddress } from '../../../shared/contract/door.ts';

/** What the system says about its interfaces, as `os.networkInterfaces()` gives it. */
export type Interfaces = ReturnType<typeof networkInterfaces>;

/** An address with what helps to guess why nobody comes in over it. */
export type KnownAddress = DoorAddress & {
  /** Length of the network part in bits: 24 at home, less in large managed networks. */
  readonly prefixBits: number;
};

/** Names of adapters behind which no phone of the room is: VPNs, containers, virtual machines, links between two devices. */
const VIRTUAL = /^(?:utun|tun|tap|ppp|ipsec|wg|zt|docker|br-|virbr|veth|vmnet|vboxnet|lxc|lxd|cni|flannel|cali|podman|ham|awdl|llw|anpi|gpd|bridge0$)|vEthernet|VirtualBox|VMware|Hyper-V|ZeroTier|Tailscale|WireGuard|NordLynx|Proton|OpenVPN|AnyConnect|GlobalProtect|Fortinet|Hamachi|VPN|WSL|Loopback|Npcap|Bluetooth|Thunderbolt/i;
/** Where the names do not tell (Windows numbers its adapters), the maker's part of the hardware address does: host sides of VirtualBox and VMware. */
const VIRTUAL_HARDWARE = /^(?:0a:00:27|00:50:56:c0)/i;
/** The last two are hotspots of the laptop itself: Wi-Fi Direct on Windows, Internet Sharing on macOS. */
const WIFI = /^(?:wl|wifi|wi-fi|wlan|ath|ra\d|en0$|airport)|wireless|draadlo|Local Area Connection\* |LAN-verbinding\* |^bridge1\d\d$/i;
const CABLE = /^(?:en[opsx]|eth|em\d|ethernet|lan|usb)|Local Area Connection|LAN-verbinding/i;

function kindOf(name: string, hardware: string): DoorAddress['kind'] {
  if (VIRTUAL.test(name) || VIRTUAL_HARDWARE.test(hardware)) return 'virtual';
  if (WIFI.test(name)) return 'wifi';
  return CABLE.test(name) ? 'cable' : 'other';
}

const KIND_ORDER: readonly DoorAddress['kind'][] = ['wifi', 'cable', 'other', 'virtual'];

/** Addresses that a device gives itself when no network gave it one (RFC 3927). */
export const isSelfGiven = (address: string): boolean => address.startsWith('169.254.');

const rankOf = ({ address, kind }: DoorAddress): number => KIND_ORDER.indexOf(kind) + (isSelfGiven(address) ? 10 : 0);

const bitsOf = (netmask: string): number => netmask.split('.').reduce((bits, part) => bits + (Number(part) >>> 0).toString(2).replaceAll('0', '').length, 0);

/**
 * The IPv4 addresses of this laptop but its loopback, the one on which phones are likeliest first. The kind is guessed
 * from the adapter's name, in the ways in which Windows, macOS and Linux name them.
 */
export function addressesOf(interfaces: Interfaces): readonly KnownAddress[] {
  const all = Object.entries(interfaces).flatMap(([name, infos]) => (infos ?? [])
    .filter((info) => info.family === 'IPv4' && !info.internal)
    .map((info): KnownAddress => ({ address: info.address, name, kind: kindOf(name, info.mac), prefixBits: bitsOf(info.netmask) })));
  return all.sort((a, b) => rankOf(a) - rankOf(b) || (a.name < b.name ? -1 : a.name > b.name ? 1 : a.address < b.address ? -1 : 1));
}

/** Addresses that lead back to this laptop, whatever network it is on: for trying the door out. */
export function isLoopback(address: string): boolean {
  return /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(address) && address.split('.').every((part) => Number(part) <= 255);
}

/** Whether the laptop has this address now. */
export function hasAddress(interfaces: Interfaces, address: string): boolean {
  return isLoopback(address) || addressesOf(interfaces).some((known) => known.address === address);
}

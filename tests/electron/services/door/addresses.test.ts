import type { NetworkInterfaceInfo } from 'node:os';
import { describe, expect, test } from 'vitest';
import { addressesOf, hasAddress, isLoopback } from '../../../../electron/services/door/addresses.ts';
import { likelyCauses } from '../../../../electron/services/door/likelyCauses.ts';

const v4 = (address: string, netmask = '255.255.255.0', mac = '3c:22:fb:11:22:33'): NetworkInterfaceInfo => ({ address, netmask, mac, family: 'IPv4', internal: address.startsWith('127.'), cidr: null });
const v6: NetworkInterfaceInfo = { address: 'fe80::1', netmask: 'ffff:ffff:ffff:ffff::', mac: '3c:22:fb:11:22:33', family: 'IPv6', internal: false, cidr: null, scopeid: 2 };

const shown = (interfaces: Record<string, NetworkInterfaceInfo[]>): readonly string[] => addressesOf(interfaces).map(({ address, kind }) => `${kind} ${address}`);

describe('the addresses of a laptop', () => {
  test('on Windows: the Wi-Fi before the cable, adapters of virtual machines and VPNs last', () => {
    expect(shown({
      'vEthernet (WSL)': [v4('172.22.0.1')],
      'Ethernet': [v6, v4('10.1.2.3')],
      'Ethernet 2': [v4('192.168.56.1', undefined, '0a:00:27:00:00:0b')],
      'OpenVPN TAP-Windows6': [v4('10.8.0.2')],
      'Wi-Fi': [v6, v4('192.168.8.20')],
      'Loopback Pseudo-Interface 1': [v4('127.0.0.1')],
    })).toEqual(['wifi 192.168.8.20', 'cable 10.1.2.3', 'virtual 192.168.56.1', 'virtual 10.8.0.2', 'virtual 172.22.0.1']);
  });

  test('on Linux and macOS', () => {
    expect(shown({ lo: [v4('127.0.0.1')], docker0: [v4('172.17.0.1')], wlp3s0: [v4('10.0.0.7')], enp0s31f6: [v4('10.0.0.8')], wg0: [v4('10.9.0.2')] }))
      .toEqual(['wifi 10.0.0.7', 'cable 10.0.0.8', 'virtual 172.17.0.1', 'virtual 10.9.0.2']);
    expect(shown({ en5: [v4('10.0.0.9')], utun3: [v4('100.64.0.2')], en0: [v4('192.168.1.4')] })).toEqual(['wifi 192.168.1.4', 'other 10.0.0.9', 'virtual 100.64.0.2']);
  });

  test('the laptop\'s own hotspot counts as Wi-Fi, an address that no network gave comes behind all others', () => {
    expect(shown({ 'LAN-verbinding* 10': [v4('192.168.137.1')], 'Wi-Fi': [v4('169.254.10.3', '255.255.0.0')], bridge0: [v4('10.1.1.1')] }))
      .toEqual(['wifi 192.168.137.1', 'virtual 10.1.1.1', 'wifi 169.254.10.3']);
    expect(shown({ bridge100: [v4('192.168.2.1')] })).toEqual(['wifi 192.168.2.1']);
  });

  test('an address is there or not; those that lead back to the laptop always are', () => {
    const interfaces = { 'Wi-Fi': [v4('192.168.8.20')] };
    expect(['192.168.8.20', '192.168.8.21', '127.0.0.3', '127.0.0.300', '128.0.0.1'].map((address) => hasAddress(interfaces, address))).toEqual([true, false, true, false, false]);
    expect(isLoopback('127.1')).toBe(false);
  });
});

describe('why nobody comes in, as far as the address tells', () => {
  const first = (name: string, info: NetworkInterfaceInfo, others = 0): string | undefined => likelyCauses(addressesOf({ [name]: [info] })[0] ?? null, others)[0];

  test('a VPN and an address that no network gave: the wrong network', () => {
    expect(first('utun2', v4('10.8.0.2'))).toBe('wrongNetwork');
    expect(first('Wi-Fi', v4('169.254.1.1', '255.255.0.0'))).toBe('wrongNetwork');
    expect(likelyCauses(null, 0)[0]).toBe('wrongNetwork');
  });

  test('a cable beside another network: the wrong one; a cable alone: the firewall', () => {
    expect(first('Ethernet', v4('10.1.2.3'), 1)).toBe('wrongNetwork');
    expect(first('Ethernet', v4('10.1.2.3'))).toBe('firewall');
  });

  test('a large or public Wi-Fi: phones are kept apart; a small one: the firewall', () => {
    expect(first('Wi-Fi', v4('10.20.3.4', '255.255.240.0'))).toBe('isolation');
    expect(first('Wi-Fi', v4('145.18.3.4'))).toBe('isolation');
    expect(first('Wi-Fi', v4('192.168.8.20'))).toBe('firewall');
  });

  test('every cause is always named, in one order or another', () => {
    for (const address of addressesOf({ 'Wi-Fi': [v4('10.20.3.4', '255.255.240.0')], Ethernet: [v4('10.1.1.1')], tun0: [v4('10.8.0.1')] })) {
      for (const others of [0, 1]) expect([...likelyCauses(address, others)].sort()).toEqual(['firewall', 'isolation', 'wrongNetwork']);
    }
  });
});

import type { DoorCause } from '../../../shared/contract/door.ts';
import { isSelfGiven, type KnownAddress } from './addresses.ts';

/**
 * Why no phone has come in, likeliest first. The laptop cannot see which it is: a firewall, a network that keeps its
 * devices apart and a phone on another network all look like silence. So this is a guess from the address alone:
 * adapters without phones and addresses without a network speak for the wrong network; a cable too, when phones are on
 * a Wi-Fi of their own; a Wi-Fi with room for more than 250 devices, or with public addresses, is a building's, and
 * those often isolate; in a small private network only the laptop's own firewall is left.
 * @param others further addresses of the laptop that are not virtual: phones may be there
 */
export function likelyCauses(address: KnownAddress | null, others: number): readonly DoorCause[] {
  if (!address || address.kind === 'virtual' || isSelfGiven(address.address)) return ['wrongNetwork', 'firewall', 'isolation'];
  if (address.kind === 'cable') return others > 0 ? ['wrongNetwork', 'firewall', 'isolation'] : ['firewall', 'wrongNetwork', 'isolation'];
  if (address.prefixBits < 24 || !isPrivate(address.address)) return ['isolation', 'firewall', 'wrongNetwork'];
  return others > 0 ? ['firewall', 'wrongNetwork', 'isolation'] : ['firewall', 'isolation', 'wrongNetwork'];
}

/** Ranges that no public network uses (RFC 1918). */
function isPrivate(address: string): boolean {
  return /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)/.test(address);
}

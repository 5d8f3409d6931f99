import type { BoardId, TableId } from '../base/ids.ts';

/** A network address of this laptop at which phones in the room may reach it. */
export type DoorAddress = {
  /** IPv4, dotted. */
  readonly address: string;
  /** The system's name of the interface, for instance `Wi-Fi` or `en0`. */
  readonly name: string;
  /** `virtual` are VPNs, bridges and adapters of virtual machines: no phone of the room is there. */
  readonly kind: 'wifi' | 'cable' | 'virtual' | 'other';
};

/** How phones come in: with a code that lies on their seat, or whoever sees the QR code, one ballot per device. */
export type Joining = 'codes' | 'open';

/** Why phones cannot reach the laptop at this moment, when it knows. */
export type DoorTrouble = 'portTaken' | 'addressGone' | 'refused';

/**
 * Why no phone has come in although the door is open: this laptop's firewall keeps them out, the network keeps its
 * devices apart, or the phones are on another network than this address.
 */
export type DoorCause = 'firewall' | 'isolation' | 'wrongNetwork';

/** The room door as the desk shows it. */
export type DoorState = {
  readonly open: boolean;
  readonly board: BoardId | null;
  readonly joining: Joining;
  readonly address: string | null;
  /** What phones open, for instance `http://192.168.8.20:8080/`; null while the door is closed. */
  readonly url: string | null;
  /** Phones whose page is open now. */
  readonly phones: number;
  /** With open joining: devices that came from an address from which another had come. Somebody may vote twice, or they share a router. */
  readonly again: number;
  /** True as soon as one device other than this laptop has opened the page. */
  readonly reached: boolean;
  /** When a device other than this laptop first came in, and on which address, the last time since the app started; null when none did. */
  readonly cameIn: { readonly address: string; readonly atMs: number } | null;
  readonly trouble: DoorTrouble | null;
  /** While nobody came in: what may be the reason, likeliest first. A guess from the kind of network, never a finding. */
  readonly causes: readonly DoorCause[];
};

/** The door before anybody opened it. */
export const CLOSED_DOOR: DoorState = { open: false, board: null, joining: 'codes', address: null, url: null, phones: 0, again: 0, reached: false, cameIn: null, trouble: null, causes: [] };

/** The ports that a door tries, in this order: few and always the same, so that a firewall rule can name them. */
export const DOOR_PORTS = [8080, 8081, 8082, 8083, 8084] as const;

/**
 * The voting codes of the seats of a table, six signs each, for printing: as many as it has heads, and three more for
 * who comes late. They follow from a secret and stand nowhere on the disk.
 */
export type TableSeats = { readonly table: TableId; readonly codes: readonly string[] };

/** A seat whose code let a phone in; `here`: that phone is connected now. */
export type TakenSeat = { readonly seat: number; readonly here: boolean };

/** How many cards with a code a table gets, and the seats in use by the numbers of their cards; codes themselves go to no window. */
export type TableCards = { readonly table: TableId; readonly cards: number; readonly taken: readonly TakenSeat[] };

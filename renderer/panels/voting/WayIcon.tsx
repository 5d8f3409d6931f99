import { FileText, Hand, Smartphone } from 'lucide-react';
import type { VotingWay } from '../../../shared/contract/rounds.ts';

const ICONS = { paper: FileText, phones: Smartphone, hands: Hand } as const;

/** The ways in the order in which they are offered. */
export const VOTING_WAYS: readonly VotingWay[] = ['paper', 'phones', 'hands'];

/** The sign of a way to vote: a sheet, a phone, a hand. Decorative: its name stands beside it. */
export function WayIcon({ way, sizePx }: { readonly way: VotingWay; readonly sizePx: number }) {
  const Icon = ICONS[way];
  return <Icon size={sizePx} strokeWidth={sizePx < 16 ? 2.3 : 1.9} aria-hidden />;
}

import { useMemo } from 'react';
import { QUIET_MODULES, qrCode } from '../../../shared/print/qrCode.ts';

/** A QR code, black on pure white with its quiet zone: a text that a phone's camera reads. */
export function QrCode({ text, label, className }: { readonly text: string; readonly label: string; readonly className?: string | undefined }) {
  const { path, side } = useMemo(() => {
    const { stretches, modules } = qrCode(text);
    return { path: stretches.map(([x, y, length]) => `M${x} ${y}h${length}v1h${-length}z`).join(''), side: modules + 2 * QUIET_MODULES };
  }, [text]);
  return (
    <svg className={className} role="img" aria-label={label} viewBox={`${-QUIET_MODULES} ${-QUIET_MODULES} ${side} ${side}`} shapeRendering="crispEdges">
      <rect x={-QUIET_MODULES} y={-QUIET_MODULES} width={side} height={side} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}

import { useMemo } from 'react';
import { encode } from 'uqr';

/** White modules that a reader needs around a QR code (ISO/IEC 18004, 5.3.8). */
const QUIET_MODULES = 4;

/** One path for all dark modules, those of a row that touch as one box; units are modules. */
function darkModules(rows: readonly (readonly boolean[])[]): string {
  let path = '';
  rows.forEach((row, y) => {
    for (let x = 0; x < row.length; x++) {
      if (!row[x]) continue;
      let end = x;
      while (row[end + 1]) end++;
      path += `M${x} ${y}h${end - x + 1}v1h${x - end - 1}z`;
      x = end;
    }
  });
  return path;
}

/** A QR code, black on pure white with its quiet zone: a text that a phone's camera reads. */
export function QrCode({ text, label, className }: { readonly text: string; readonly label: string; readonly className?: string | undefined }) {
  const { path, modules } = useMemo(() => {
    const { data, size } = encode(text, { ecc: 'M', boostEcc: true, border: 0 });
    return { path: darkModules(data), modules: size };
  }, [text]);
  const side = modules + 2 * QUIET_MODULES;
  return (
    <svg className={className} role="img" aria-label={label} viewBox={`${-QUIET_MODULES} ${-QUIET_MODULES} ${side} ${side}`} shapeRendering="crispEdges">
      <rect x={-QUIET_MODULES} y={-QUIET_MODULES} width={side} height={side} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}

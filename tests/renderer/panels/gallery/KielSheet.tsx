import { hexOf, type InkName } from '../../../../shared/board/palette.ts';
import { drawnStamp } from '../../../../shared/stamps/drawn.ts';
import { renderToStaticMarkup } from 'react-dom/server';
import { sketchStamp } from '../../../../shared/stamps/sketchStamp.ts';

function Drawing({ id, x, y, size }: { readonly id: string; readonly x: number; readonly y: number; readonly size: number }) {
  const stamp = drawnStamp(id);
  if (!stamp) throw new Error(`No stamp ${id}`);
  return <g transform={`translate(${x} ${y})`}>{sketchStamp(stamp, size).map(({ d, color }, i) => <path key={i} d={d} fill={color} />)}</g>;
}

function Word({ x, y, size, color = 'ink', hand = 'Caveat Brush', children }: { readonly x: number; readonly y: number; readonly size: number; readonly color?: InkName; readonly hand?: string; readonly children: string }) {
  return <text x={x} y={y} fontSize={size} fill={hexOf(color)} fontFamily={hand}>{children}</text>;
}

/** A sheet of the Kiel day for the pictures of the panels: the app itself paints its boards with its painter. */
export function KielSheet() {
  return (
    <svg viewBox="0 0 1200 849" width="100%" height="100%" role="img" aria-label="Droomwijk Kiel" style={{ background: hexOf('paper'), display: 'block' }}>
      <rect x={60} y={210} width={490} height={400} rx={20} fill="none" stroke={hexOf('ink')} strokeWidth={4} />
      <rect x={610} y={210} width={530} height={400} rx={20} fill="none" stroke={hexOf('ink')} strokeWidth={4} />
      <rect x={610} y={670} width={530} height={130} rx={16} fill="none" stroke={hexOf('grijs2')} strokeWidth={3} />
      <Word x={370} y={120} size={84}>Droomwijk Kiel</Word>
      <Word x={80} y={205} size={46}>Kenmerken</Word>
      <Word x={630} y={205} size={46}>Metaforen</Word>
      <Word x={90} y={330} size={110} color="oranje">bruisend ×4</Word>
      <Word x={90} y={420} size={68} color="blauw">verbinding ×3</Word>
      <Word x={90} y={510} size={60} color="petrol">samen ×3</Word>
      <Word x={300} y={560} size={50} color="rood">eigenheid ×2</Word>
      <Drawing id="panda" x={640} y={250} size={230} />
      <Drawing id="kraam" x={900} y={230} size={190} />
      <Drawing id="jungle" x={890} y={450} size={110} />
      <Drawing id="mierennest" x={1015} y={450} size={110} />
      <Word x={690} y={540} size={50}>panda</Word>
      <Word x={930} y={450} size={40}>braderie</Word>
      <Word x={640} y={720} size={38} color="stil">Charter van samenwerking</Word>
      <Drawing id="mensen" x={90} y={660} size={140} />
      <Drawing id="rat" x={440} y={690} size={110} />
    </svg>
  );
}

const svg = renderToStaticMarkup(<KielSheet />).replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg"').replace('width="100%" height="100%"', 'width="1200" height="849"');

/** The sheet as a picture; the content policy admits blobs. */
const pictureUrl = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));

/** The sheet small, where the app shows a painted thumbnail. */
export function KielThumbnail() {
  return <img src={pictureUrl} alt="" className="thumbnail" draggable={false} />;
}

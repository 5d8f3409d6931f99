import { getAssetUrls } from '@tldraw/assets/selfHosted'
import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
import { Tldraw, b64Vecs, createShapeId, getPointsFromDrawSegments, getSnapshot, loadSnapshot, toRichText } from 'tldraw'
import 'tldraw/tldraw.css'

/** The editor, once it is mounted. */
let editor = null
const ids = () => [...editor.getCurrentPageShapeIds()]

function drawn({ color, points }, i) {
  const [x, y] = points[0]
  const path = b64Vecs.encodePoints2D(points.map(([px, py]) => ({ x: px - x, y: py - y })))
  return { id: createShapeId(`s${i}`), type: 'draw', x, y, props: { color, size: 'm', dash: 'draw', isComplete: true, segments: [{ type: 'free', dim: 2, path }] } }
}

const written = ({ x, y, text, color }, i) => ({ id: createShapeId(`t${i}`), type: 'text', x, y, props: { richText: toRichText(text), color, size: 's' } })

async function image(options) {
  const { blob } = await editor.toImage(ids(), { background: true, ...options })
  return blob
}

window.__bench = {
  get ready() {
    return editor !== null && document.querySelector('.tl-canvas') !== null && document.querySelector('[data-testid="tools.draw"]') !== null
  },
  prepare({ strokes, labels }) {
    editor.createShapes([...strokes.map(drawn), ...labels.map(written)])
    return JSON.stringify(getSnapshot(editor.store).document)
  },
  load: (text) => loadSnapshot(editor.store, { document: JSON.parse(text) }),
  count: () => ids().length,
  selected: () => editor.getSelectedShapeIds().length,
  probe() {
    const { x, y } = editor.getShape(createShapeId('s0'))
    return { x, y }
  },
  lastStrokePoints() {
    const last = editor.getCurrentPageShapesSorted().at(-1)
    return last.type === 'draw' ? getPointsFromDrawSegments(last.props.segments).length : 0
  },
  camera() {
    const { x, y, z } = editor.getCamera(), { w, h } = editor.getViewportScreenBounds()
    return { x: w / 2 / z - x, y: h / 2 / z - y, zoom: z }
  },
  setCamera({ x, y, zoom }) {
    const { w, h } = editor.getViewportScreenBounds()
    editor.setCamera({ x: w / 2 / zoom - x, y: h / 2 / zoom - y, z: zoom }, { immediate: true })
  },
  tool: (name) => editor.setCurrentTool(name === 'pen' ? 'draw' : 'select'),
  exportSvg: () => image({ format: 'svg' }),
  exportPng: (pixelRatio) => image({ format: 'png', pixelRatio }),
}

createRoot(document.querySelector('#app')).render(createElement('div', { style: { position: 'fixed', inset: 0 } }, createElement(Tldraw, {
  assetUrls: getAssetUrls({ baseUrl: '/tldraw-assets' }),
  // A page of tldraw takes 4,000 shapes by default; the largest boards have more.
  options: { maxShapesPerPage: 100_000 },
  onMount: (mounted) => { editor = mounted },
})))

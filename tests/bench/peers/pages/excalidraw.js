import { CaptureUpdateAction, Excalidraw, exportToBlob, exportToSvg, loadFromBlob } from '@excalidraw/excalidraw'
import '@excalidraw/excalidraw/index.css'
import { createElement } from 'react'
import { createRoot } from 'react-dom/client'

window.EXCALIDRAW_ASSET_PATH = '/excalidraw-assets/'

const hexOf = { black: '#1e1e1e', blue: '#1971c2', red: '#e03131', green: '#2f9e44' }
/** The editor's own handle, once it is there. */
let editor = null
const state = () => editor.getAppState()
const elements = () => editor.getSceneElements()
const plain = {
  angle: 0, backgroundColor: 'transparent', fillStyle: 'solid', strokeStyle: 'solid', roughness: 1, opacity: 100, groupIds: [], frameId: null,
  roundness: null, isDeleted: false, boundElements: null, updated: 1, link: null, locked: false, version: 1,
}

function drawn({ color, points }, i) {
  const [x, y] = points[0]
  const moved = points.map(([px, py]) => [px - x, py - y])
  const wide = moved.map(([px]) => px), high = moved.map(([, py]) => py)
  return {
    ...plain, id: `s${i}`, type: 'freedraw', x, y, width: Math.max(...wide) - Math.min(...wide), height: Math.max(...high) - Math.min(...high),
    strokeColor: hexOf[color], strokeWidth: 1, seed: i + 1, versionNonce: i + 1, points: moved, pressures: [], simulatePressure: true, lastCommittedPoint: moved.at(-1),
  }
}

function written({ x, y, text, color }, i) {
  return {
    ...plain, id: `t${i}`, type: 'text', x, y, width: text.length * 10, height: 25, strokeColor: hexOf[color], strokeWidth: 1, seed: i + 1, versionNonce: i + 1,
    text, originalText: text, fontSize: 20, fontFamily: 5, textAlign: 'left', verticalAlign: 'top', containerId: null, autoResize: true, lineHeight: 1.25,
  }
}

const wholeBoard = () => ({ elements: elements(), appState: { exportBackground: true, viewBackgroundColor: '#ffffff' }, files: null })

window.__bench = {
  get ready() {
    return editor !== null && !state().isLoading && document.querySelector('canvas.interactive') !== null
  },
  prepare: ({ strokes, labels }) => JSON.stringify({ type: 'excalidraw', version: 2, source: 'bench', elements: [...strokes.map(drawn), ...labels.map(written)], appState: {}, files: {} }),
  async load(text) {
    const scene = await loadFromBlob(new Blob([text], { type: 'application/json' }), null, null)
    editor.updateScene({ elements: scene.elements, captureUpdate: CaptureUpdateAction.NEVER })
  },
  count: () => elements().length,
  selected: () => Object.values(state().selectedElementIds).filter(Boolean).length,
  probe() {
    const { x, y } = elements().find(({ id }) => id === 's0')
    return { x, y }
  },
  lastStrokePoints: () => elements().at(-1).points?.length ?? 0,
  camera() {
    const { width, height, scrollX, scrollY, zoom } = state()
    return { x: width / 2 / zoom.value - scrollX, y: height / 2 / zoom.value - scrollY, zoom: zoom.value }
  },
  setCamera({ x, y, zoom }) {
    const { width, height } = state()
    editor.updateScene({ appState: { zoom: { value: zoom }, scrollX: width / 2 / zoom - x, scrollY: height / 2 / zoom - y } })
  },
  tool: (name) => editor.setActiveTool({ type: name === 'pen' ? 'freedraw' : 'selection' }),
  async exportSvg() {
    const svg = await exportToSvg(wholeBoard())
    return new Blob([svg.outerHTML], { type: 'image/svg+xml' })
  },
  exportPng: (scale) => exportToBlob({ ...wholeBoard(), mimeType: 'image/png', getDimensions: (width, height) => ({ width: width * scale, height: height * scale, scale }) }),
}

createRoot(document.querySelector('#app')).render(createElement(Excalidraw, { excalidrawAPI: (api) => { editor = api } }))

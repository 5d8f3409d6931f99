import { adapterOf } from './adapter.mjs'

/** The peers, on pages of the bench that show their published packages (peers/pages), and the control. */
export const peerAdapters = [
  adapterOf({ name: 'excalidraw', url: ({ served }) => `${served}/excalidraw.html`, versions: ({ pkg }) => pkg('@excalidraw/excalidraw', 'react'), zoomDelta: 2 }),
  adapterOf({ name: 'tldraw', url: ({ served }) => `${served}/tldraw.html`, versions: ({ pkg }) => pkg('tldraw', 'react'), zoomDelta: 4.7 }),
]

/** The floor: it takes the input and shows nothing. */
export const blankAdapter = adapterOf({ name: 'blank', url: ({ served }) => `${served}/blank.html`, control: true, prepare: null })

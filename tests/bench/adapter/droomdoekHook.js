/**
 * What the instruments ask of the desk, read from the running app without any door in it: the screen's React elements
 * carry the session of the opened board as a property. Places and zoom are those of the neutral board (scene px):
 * page = (x, y) + scale × scene, which the bench writes into `onPage` when it opens a board.
 */
(() => {
  const fiberOf = (element) => {
    const key = element && Object.keys(element).find((name) => name.startsWith('__reactFiber$') || name.startsWith('__reactContainer$'))
    return key ? element[key] : null
  }
  const stage = () => document.querySelector('[data-testid="board-stage"]')
  const sessionOf = () => {
    for (let fiber = fiberOf(stage()?.parentElement); fiber; fiber = fiber.return) {
      const desk = fiber.memoizedProps?.desk
      if (desk?.store && desk.canvas) return desk
    }
    return null
  }
  const desk = () => {
    const session = sessionOf()
    if (!session) throw new Error('no board is open')
    return session
  }
  /** The properties of the first React element below the page's root for which something holds. */
  const propsWhere = (holds) => {
    let root = fiberOf(stage()?.parentElement) ?? fiberOf(document.querySelector('main'))
    while (root?.return) root = root.return
    // Of the two trees that React keeps, the one on the screen.
    const rest = root ? [root.stateNode.current] : []
    for (let fiber = rest.pop(); fiber; fiber = rest.pop()) {
      if (fiber.memoizedProps && holds(fiber.memoizedProps)) return fiber.memoizedProps
      if (fiber.sibling) rest.push(fiber.sibling)
      if (fiber.child) rest.push(fiber.child)
    }
    return null
  }
  const shelf = () => propsWhere((props) => Array.isArray(props.boards) && props.onOpen)
  const exportPanel = () => propsWhere((props) => props.request?.format && props.onStart && props.onChange)
  const marks = () => Object.values(desk().store.get().board.buckets).flatMap((bucket) => Object.values(bucket))
  const middle = () => {
    const { w, h } = desk().canvas.windowPx()
    return { x: w / 2, y: h / 2 }
  }

  /** The middle of the canvas in which ink is looked for, and what counts: the paper lies there, and something dark on it. */
  const PATCH_PX = { w: 400, h: 260 }
  const DARK = 190, LEAST_DARK = 20
  const scratch = () => {
    const canvas = document.createElement('canvas')
    canvas.width = PATCH_PX.w
    canvas.height = PATCH_PX.h
    return canvas.getContext('2d', { willReadFrequently: true })
  }
  let pencil = null
  /** Which pixels in the middle of the window are dark on the canvases that show marks, or null while no paper lies there. */
  const patch = () => {
    const canvases = document.querySelectorAll('[data-testid="board-stage"] canvas, [data-testid="first-look"] canvas')
    if (canvases.length === 0) return null
    pencil ??= scratch()
    pencil.clearRect(0, 0, PATCH_PX.w, PATCH_PX.h)
    for (const canvas of canvases) {
      const place = canvas.getBoundingClientRect()
      const ratio = canvas.width / Math.max(1, place.width)
      const x = (window.innerWidth - PATCH_PX.w) / 2 - place.left, y = (window.innerHeight - PATCH_PX.h) / 2 - place.top
      if (x >= 0 && y >= 0 && x + PATCH_PX.w <= place.width && y + PATCH_PX.h <= place.height) pencil.drawImage(canvas, x * ratio, y * ratio, PATCH_PX.w * ratio, PATCH_PX.h * ratio, 0, 0, PATCH_PX.w, PATCH_PX.h)
    }
    const { data } = pencil.getImageData(0, 0, PATCH_PX.w, PATCH_PX.h)
    const dark = new Uint8Array(data.length / 4)
    let paper = 0, ink = 0
    for (let i = 0; i < dark.length; i++) {
      if (data[4 * i + 3] < 128) continue
      const lightness = (data[4 * i] + data[4 * i + 1] + data[4 * i + 2]) / 3
      if (lightness >= DARK) paper += 1
      else {
        dark[i] = 1
        ink += 1
      }
    }
    return paper > 0.4 * dark.length && ink >= LEAST_DARK ? dark : null
  }
  /** Share of the dark pixels of one patch that are dark, or next to a dark one, in another. */
  const likeness = (early, late) => {
    let all = 0, same = 0
    const w = PATCH_PX.w
    for (let i = 0; i < early.length; i++) {
      if (!early[i]) continue
      all += 1
      if (late[i] || late[i - 1] || late[i + 1] || late[i - w] || late[i + w]) same += 1
    }
    return all === 0 ? 0 : same / all
  }

  const frame = () => new Promise((resolve) => { requestAnimationFrame(resolve) })
  const PATIENCE_MS = 60_000
  let probed = null, left = null
  const bench = {
    onPage: window.__benchNominal,
    /** The board's element is in the page only once it takes strokes. */
    get ready() {
      return stage() !== null
    },
    /** The dock stands beside the sheet. */
    get hasTools() {
      return document.querySelector('[role="toolbar"]') !== null
    },
    open: () => sessionOf() !== null,
    leave() {
      left = desk().store.id
      desk().leave()
    },
    /** Opens the board that was left from the shelf of the start screen. */
    reopen: () => shelf().onOpen(left),
    count: () => marks().length,
    camera() {
      const { x, y, scale } = desk().canvas.camera.get()
      const { onPage } = bench
      return { x: (x + middle().x / scale - onPage.x) / onPage.scale, y: (y + middle().y / scale - onPage.y) / onPage.scale, zoom: scale * onPage.scale }
    },
    setCamera({ x, y, zoom }) {
      const { onPage } = bench
      const scale = zoom / onPage.scale
      desk().canvas.camera.set({ scale, x: onPage.x + x * onPage.scale - middle().x / scale, y: onPage.y + y * onPage.scale - middle().y / scale })
    },
    onTiles: (listener) => desk().canvas.onTiles(listener),
    painted: () => desk().canvas.painted(),
    selected: () => desk().desk.getState().selection.length,
    lastStrokePoints() {
      const { inks } = desk().store.get()
      const newest = marks().filter(({ kind }) => kind === 'stroke').reduce((a, b) => (a.order > b.order ? a : b))
      return inks.get(newest.ink)?.count ?? 0
    },
    probe() {
      const all = marks()
      const mark = all.find(({ id }) => id === probed) ?? all[0]
      probed = mark.id
      return { x: (mark.matrix[4] - bench.onPage.x) / bench.onPage.scale, y: (mark.matrix[5] - bench.onPage.y) / bench.onPage.scale }
    },
    /**
     * Hands a file over as a drop on the page does, and follows it until the view is sharp. Times in ms since the drop.
     * `marked`: there are marks to come into view.
     */
    async drop(file, marked) {
      const data = new DataTransfer()
      data.items.add(file)
      const target = document.querySelector('main')
      const startMs = performance.now()
      const since = () => performance.now() - startMs
      target.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))
      const sharp = async () => {
        while (!bench.open()) {
          await frame()
          if (since() > PATIENCE_MS) throw new Error('the board was not opened')
        }
        await bench.painted()
        await frame()
        await frame()
        return since()
      }
      let handedMs = null, early = null, firstViewMs = null
      const seen = async () => {
        while (handedMs === null || (marked && firstViewMs === null)) {
          await frame()
          // What was found in a frame is on the screen with the next.
          if (early) firstViewMs ??= since()
          if (handedMs === null && bench.ready) handedMs = since()
          if (marked) early ??= patch()
          if (since() > PATIENCE_MS) throw new Error('no marks came into view')
        }
        if (firstViewMs !== null) return
        await frame()
        firstViewMs = since()
      }
      // Beside each other: what looks for the first marks must not hold up what waits for the last.
      const [ms] = await Promise.all([sharp(), seen()])
      const late = patch()
      return { handedMs, firstViewMs, ms, firstViewLikeness: early && late ? likeness(early, late) : 0 }
    },
    /** Makes the choices of the export panel that is open. */
    chooseExport(choice) {
      const panel = exportPanel()
      if (!panel) throw new Error('the export panel is not open')
      panel.onChange({ ...panel.request, ...choice, pages: [desk().desk.getState().page] })
    },
    exportOpen: () => exportPanel() !== null,
    startExport: () => exportPanel().onStart(),
    closeExport: () => exportPanel()?.onBack(),
  }
  window.__bench = bench
})()

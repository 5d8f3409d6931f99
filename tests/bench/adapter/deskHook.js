/**
 * What the instruments ask of the desk, read from the running app without any door in it: the screen's React
 * elements carry the session of the opened board as a property.
 *
 *   ready            a stroke would be accepted
 *   count()          marks on the board
 *   camera()         the page's point in the middle of the window (board units), and screen px per board unit
 *   setCamera(view)
 *   onTiles(listener), painted()
 *   selected()       number of selected marks
 *   newestStroke()   samples kept of the stroke that was drawn last, and whether it is on disk
 *   placeOf(i)       where the i-th mark lies, to see that moving moved it
 */
(() => {
  const sessionOf = () => {
    const stage = document.querySelector('[data-testid="board-stage"]')
    const key = stage && Object.keys(stage).find((name) => name.startsWith('__reactFiber$'))
    for (let fiber = key ? stage[key] : null; fiber; fiber = fiber.return) {
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
  const marks = () => Object.values(desk().store.get().board.buckets).flatMap((bucket) => Object.values(bucket))
  const middle = () => {
    const { w, h } = desk().canvas.windowPx()
    return { x: w / 2, y: h / 2 }
  }

  window.__bench = {
    get ready() {
      return Boolean(sessionOf()?.canvas.live())
    },
    count: () => marks().length,
    camera() {
      const { x, y, scale } = desk().canvas.camera.get()
      return { x: x + middle().x / scale, y: y + middle().y / scale, zoom: scale }
    },
    setCamera: ({ x, y, zoom }) => desk().canvas.camera.set({ scale: zoom, x: x - middle().x / zoom, y: y - middle().y / zoom }),
    onTiles: (listener) => desk().canvas.onTiles(listener),
    painted: () => desk().canvas.painted(),
    selected: () => desk().desk.getState().selection.length,
    newestStroke() {
      const { inks, saved } = desk().store.get()
      const stroke = marks().filter(({ kind }) => kind === 'stroke').sort((a, b) => (a.order < b.order ? 1 : -1))[0]
      return { samples: inks.get(stroke.ink)?.count ?? 0, safe: saved.safe, id: stroke.id }
    },
    placeOf(i) {
      const { matrix } = marks()[i]
      return { x: matrix[4], y: matrix[5] }
    },
  }
})()

/**
 * The instruments in the page; they run before its scripts and know no app. What they ask of one is
 * `window.__bench` (see adapter/adapter.mjs).
 */
(() => {
  const probe = (window.__probe = { usableAtMs: null, toolsAtMs: null })
  const frame = () => new Promise((resolve) => { requestAnimationFrame(resolve) })
  probe.twoFrames = async () => {
    await frame()
    await frame()
  }

  const watchForUse = async () => {
    while (!window.__bench?.ready) await frame()
    await probe.twoFrames()
    probe.usableAtMs = performance.now()
    console.debug('bench: usable')
  }
  void watchForUse()

  /** An app whose tools come after what they are for says so. */
  const watchForTools = async () => {
    while (!window.__bench?.hasTools) await frame()
    probe.toolsAtMs = performance.now()
  }
  void watchForTools()

  /** What is being recorded, or null. */
  let record = null
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) record?.longTasksMs.push(duration)
  }).observe({ type: 'longtask' })

  const followFrames = (watched) => {
    const tick = (atMs) => {
      if (record !== watched) return
      watched.framesMs.push(atMs)
      const view = watched.camera ? window.__bench.camera() : null
      if (view) watched.views.push(view)
      requestAnimationFrame(tick)
    }
    requestAnimationFrame(tick)
  }

  /** Begins to record; `camera` follows the view of the app too. Gives the page's time of a mark in the trace. */
  probe.start = (camera) => {
    record = { camera, longTasksMs: [], framesMs: [], views: [], samples: [], wheel: { x: 0, y: 0, count: 0, atMs: 0 }, tileAtMs: 0, endMs: 0, stop: null }
    const watched = record
    watched.stop = window.__bench?.onTiles?.(() => { watched.tileAtMs = performance.now() }) ?? null
    followFrames(watched)
    performance.mark('bench-clock')
    return performance.getEntriesByName('bench-clock').at(-1).startTime
  }
  /** The input has been worked off two frames after its last event; what comes then belongs to settling. */
  probe.inputEnds = async () => {
    await probe.twoFrames()
    if (record.endMs === 0) record.endMs = performance.now()
  }
  probe.stop = () => {
    const { longTasksMs, framesMs, views, samples, wheel, tileAtMs, endMs, stop } = record
    record = null
    stop?.()
    const range = (name) => {
      const values = views.map((view) => view[name])
      return values.length === 0 ? null : { low: Math.min(...values), high: Math.max(...values) }
    }
    const gaps = framesMs.slice(1).map((atMs, i) => [atMs, atMs - framesMs[i]])
    const hitchAfterMs = Math.max(0, ...gaps.filter(([atMs]) => atMs > endMs).map(([, gap]) => gap))
    return { endMs, longTasksMs, hitchAfterMs, samples, wheelEvents: wheel.count, sharpAfterMs: Math.max(0, tileAtMs - endMs), x: range('x'), y: range('y'), zoom: range('zoom') }
  }

  addEventListener('wheel', ({ deltaX, deltaY }) => {
    if (!record) return
    const { wheel } = record
    wheel.x += deltaX
    wheel.y += deltaY
    wheel.count += 1
    wheel.atMs = performance.now()
    const watched = record
    void probe.twoFrames().then(() => { watched.endMs = performance.now() })
  }, { capture: true, passive: true })

  /**
   * Resolves when the wheel events that arrived add up to those that were sent and 100 ms have brought no more:
   * Chromium acknowledges events that it still holds back.
   */
  probe.arrived = async (sent) => {
    for (;;) {
      const { x, y, atMs } = record.wheel
      if (Math.abs(x - sent.x) < 0.5 && Math.abs(y - sent.y) < 0.5 && performance.now() - atMs > 100) return
      await new Promise((resolve) => { setTimeout(resolve, 20) })
    }
  }

  /** For every sample of the pointer: when the device gave it, and when the frame after its handlers was painted. */
  addEventListener('pointermove', (event) => {
    const watched = record
    if (!watched) return
    const merged = event.getCoalescedEvents()
    const stampsMs = (merged.length > 0 ? merged : [event]).map(({ timeStamp }) => timeStamp)
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => {
        const paintedMs = performance.now()
        for (const atMs of stampsMs) watched.samples.push([atMs, paintedMs])
        port1.close()
      }
      port2.postMessage(null)
    })
  }, true)

  /** Hands a file to an app whose page takes it as text. */
  probe.load = async (text) => {
    const startMs = performance.now()
    await window.__bench.load(text)
    const handedMs = performance.now() - startMs
    await probe.twoFrames()
    return { handedMs, ms: performance.now() - startMs, firstViewMs: null }
  }

  /** Asks an app for a file that it gives as a blob, and reads what the file says of itself. */
  probe.export = async (kind, scale, keep) => {
    const startMs = performance.now()
    const blob = kind === 'svg' ? await window.__bench.exportSvg() : await window.__bench.exportPng(scale)
    const ms = performance.now() - startMs
    const whole = keep ? { base64: await base64Of(blob) } : {}
    if (kind === 'svg') return { ms, bytes: blob.size, paths: ((await blob.text()).match(/<path/g) ?? []).length, ...whole }
    const head = new DataView(await blob.slice(0, 24).arrayBuffer())
    return { ms, bytes: blob.size, png: head.getUint32(0) === 0x89504e47, width: head.getUint32(16), height: head.getUint32(20), ...whole }
  }
  const base64Of = (blob) => new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).split(',')[1])
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(blob)
  })
})()

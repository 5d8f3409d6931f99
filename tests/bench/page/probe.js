/**
 * The instruments in the page; they run before its scripts and know no app. What they ask of one is
 * `window.__bench` (see adapter/).
 */
(() => {
  const probe = (window.__probe = { usableAtMs: null })
  const frame = () => new Promise((resolve) => { requestAnimationFrame(resolve) })
  probe.twoFrames = async () => {
    await frame()
    await frame()
  }

  const watchForUse = async () => {
    while (!window.__bench?.ready) await frame()
    await probe.twoFrames()
    probe.usableAtMs = performance.now()
  }
  void watchForUse()

  /** What is being recorded, or null. */
  let record = null
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) record?.longTasksMs.push(duration)
  }).observe({ type: 'longtask' })

  const followFrames = (watched) => {
    const tick = () => {
      if (record !== watched) return
      const view = window.__bench?.camera?.()
      if (view) watched.views.push(view)
      requestAnimationFrame(tick)
    }
    requestAnimationFrame(tick)
  }

  probe.start = () => {
    record = { longTasksMs: [], views: [], samples: [], wheel: { x: 0, y: 0, count: 0, atMs: 0 }, tileAtMs: 0, endMs: 0, stop: null }
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
    const { longTasksMs, views, samples, wheel, tileAtMs, endMs, stop } = record
    record = null
    stop?.()
    const range = (name) => {
      const values = views.map((view) => view[name])
      return values.length === 0 ? null : { low: Math.min(...values), high: Math.max(...values) }
    }
    return { endMs, longTasksMs, samples, wheelEvents: wheel.count, sharpAfterMs: Math.max(0, tileAtMs - endMs), x: range('x'), y: range('y'), zoom: range('zoom') }
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
})()

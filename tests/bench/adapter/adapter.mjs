/**
 * What the bench asks of an app. Only `name` and `url` have to be given; every other step has a way of its own below,
 * which asks `window.__bench` in the page. Without that a scenario is void.
 *
 * `window.__bench`, set by the app's page or by `initScript`:
 *   ready                     a stroke would be accepted
 *   hasTools                  its tools are shown; left out by an app that shows them before it is ready
 *   count(), selected()       elements on the board, and in the selection
 *   camera(), setCamera()     the scene's point in the middle of the window, and screen px per scene px
 *   probe()                   where one of the elements lies, scene px
 *   lastStrokePoints()        samples of the stroke that was drawn last
 *   prepare(board), load(text), tool(name), exportSvg(), exportPng(scale)
 *
 * @typedef {import('playwright').Page} Page
 * @typedef {{ readonly x: number, readonly y: number, readonly zoom: number }} View
 * @typedef {object} Loaded what opening took, ms from the moment at which the app has the data
 * @property {number} handedMs the app says that it has the board
 * @property {number} ms everything in view has been handed to the compositor
 * @property {number | null} [firstViewMs] the first frame with real marks on the canvas; null: not told apart from `ms`
 *
 * @typedef {object} Exported
 * @property {number} ms from the action to the finished file
 * @property {number} bytes
 * @property {boolean} [png] whether it begins as a PNG does
 * @property {number} [width] of a PNG, px
 * @property {number} [height]
 * @property {number} [paths] of an SVG
 * @property {string} [base64] the file, when it was to be kept
 *
 * @typedef {object} Context
 * @property {string} served where the pages of the peers and the blank one are
 * @property {(...names: string[]) => Record<string, string>} pkg versions of packages of the peers
 *
 * @typedef {object} Adapter
 * @property {string} name
 * @property {boolean} control a page that does nothing with the input: the floor
 * @property {number} zoomDelta px of ctrl and wheel an event, so that 30 events zoom by about four
 * @property {string | null} initScript runs before the page's own scripts
 * @property {(context: Context) => string} url of the app on an empty board; asked anew for each browser
 * @property {(context: Context) => Record<string, string>} versions
 * @property {((page: Page, board: import('../board.mjs').NeutralBoard) => Promise<string>) | null} prepare the board as the app's own file; once for each size
 * @property {((page: Page, text: string) => Promise<void>) | null} approach goes where the file can be handed over, and has it ready there; not timed
 * @property {(page: Page, text: string, of: { readonly n: number }) => Promise<Loaded>} load
 * @property {(page: Page) => Promise<number>} count
 * @property {(page: Page) => Promise<number>} selected
 * @property {(page: Page) => Promise<{ readonly x: number, readonly y: number }>} probe
 * @property {(page: Page) => Promise<View>} camera
 * @property {(page: Page, view: View) => Promise<void>} setCamera
 * @property {(page: Page, name: 'pen' | 'select') => Promise<void>} tool
 * @property {(page: Page) => Promise<void>} selectAll
 * @property {(page: Page) => Promise<number>} lastStrokePoints
 * @property {(page: Page) => Promise<void>} painted resolves when the view shows all that was done
 * @property {(page: Page, kind: 'svg' | 'png', scale: number, keep: boolean) => Promise<Exported>} export
 * @property {() => Promise<void>} close ends what `url` started
 * @property {(() => { readonly cpuS: number, readonly memoryMB: number }) | null} ownProcess the process that the app runs beside the browser
 * @property {(page: Page) => Promise<void>} leave back to where no board is open
 * @property {(page: Page) => Promise<void>} reopen the board that was left
 * @property {(page: Page) => Promise<Page>} openRoom the board's second screen; resolves when it shows the board
 * @property {(page: Page, room: Page) => Promise<void>} closeRoom
 */

/** @returns {Promise<never>} */
const unknownStep = async () => { throw new Error('the adapter does not say how this is done') }

/** @type {Omit<Adapter, 'name' | 'url'>} */
export const plainAdapter = {
  control: false,
  zoomDelta: 5,
  initScript: null,
  versions: () => ({}),
  prepare: (page, board) => page.evaluate((neutral) => window.__bench.prepare(neutral), board),
  approach: null,
  load: (page, text) => page.evaluate((file) => window.__probe.load(file), text),
  count: (page) => page.evaluate(() => window.__bench.count()),
  selected: (page) => page.evaluate(() => window.__bench.selected()),
  probe: (page) => page.evaluate(() => window.__bench.probe()),
  camera: (page) => page.evaluate(() => window.__bench.camera()),
  setCamera: (page, view) => page.evaluate((to) => { window.__bench.setCamera(to) }, view),
  tool: (page, name) => page.evaluate((chosen) => { window.__bench.tool(chosen) }, name),
  selectAll: (page) => page.keyboard.press('Control+a'),
  lastStrokePoints: (page) => page.evaluate(() => window.__bench.lastStrokePoints()),
  painted: (page) => page.evaluate(() => window.__probe.twoFrames()),
  export: (page, kind, scale, keep) => page.evaluate(([wanted, times, whole]) => window.__probe.export(wanted, times, whole), /** @type {const} */ ([kind, scale, keep])),
  close: async () => {},
  ownProcess: null,
  leave: unknownStep,
  reopen: unknownStep,
  openRoom: unknownStep,
  closeRoom: unknownStep,
}

/**
 * An adapter with every step, out of one that says what its app does otherwise.
 * @param {Partial<Adapter> & Pick<Adapter, 'name' | 'url'>} own
 * @returns {Adapter}
 */
export const adapterOf = (own) => ({ ...plainAdapter, ...own })

import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { openGallery } from './openGallery.mjs'

/**
 * Takes pictures of panels to look at: `node takeShots.mjs FOLDER [scene …]`, in two sizes, both languages and for
 * both hands.
 */
const [folder = 'gallery-shots', ...asked] = process.argv.slice(2)
const all = ['desk', 'start', 'startEmpty', 'recover', 'setup', 'setupTraits', 'tally', 'tallyMixed', 'tallyMany', 'doorClosed', 'doorOpen', 'doorReached', 'hidden', 'result', 'tie', 'export', 'harvest', 'stamps', 'charter', 'outline', 'settings', 'help', 'palette', 'notices', 'selection', 'ideas', 'playback', 'roomVote', 'roomClosed', 'roomResult', 'roomTie', 'roomCurtain', 'roomClock']
const views = [
  { name: 'nl-1600', width: 1600, height: 1000, query: 'locale=nl' },
  { name: 'en-1024', width: 1024, height: 700, query: 'locale=en' },
  { name: 'nl-1024-left', width: 1024, height: 700, query: 'locale=nl&hand=left' },
  { name: 'en-1600-left', width: 1600, height: 1000, query: 'locale=en&hand=left' },
]

await mkdir(folder, { recursive: true })
const gallery = await openGallery()
try {
  for (const view of views.filter(({ name }) => (process.env['VIEWS'] ?? name).split(',').includes(name))) {
    const page = await gallery.browser.newPage({ viewport: { width: view.width, height: view.height } })
    page.on('console', (message) => { if (message.type() === 'error') console.log(view.name, message.text().slice(0, 300)) })
    page.on('pageerror', (error) => console.log(view.name, String(error).slice(0, 500)))
    for (const scene of asked.length > 0 ? asked : all) {
      await page.goto(`${gallery.url}?scene=${scene}&${view.query}`)
      await page.waitForSelector('#root > *')
      await page.evaluate(() => document.fonts.ready)
      await page.waitForTimeout(350)
      await page.screenshot({ path: join(folder, `${scene}-${view.name}.png`) })
    }
    await page.close()
  }
} finally {
  await gallery.close()
}

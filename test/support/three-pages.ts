import type { Browser, BrowserContext, Page } from 'playwright-core'
import { soon } from './browser.ts'
import { aVisitor, wordsOf } from './pages.ts'
import { scanned } from './scanned.ts'

const { presenter, voter } = wordsOf('ko')
const shows = (page: Page, text: string) => page.getByText(text).first().waitFor()

/** Notes each address that pages of this browser ask anything of, sockets included. */
function note(context: BrowserContext, asked: URL[]): void {
  context.on('request', (request) => {
    const url = new URL(request.url())
    if (!['data:', 'blob:'].includes(url.protocol)) asked.push(url)
  })
  context.on('page', (page) => {
    page.on('websocket', (socket) => asked.push(new URL(socket.url())))
  })
}

/**
 * Desk, big screen and phone, each a browser of its own: from the desk's link over the screen's link
 * and the QR to the first result, with everything that was asked for on the way.
 */
export async function aVoteOnThreePages(browser: Browser, deskLink: string) {
  const asked: URL[] = []
  const visitor = async (kind: Parameters<typeof aVisitor>[1]) => {
    const context = await aVisitor(browser, kind, 'ko', { ignoreHTTPSErrors: true })
    note(context, asked)
    return context.newPage()
  }
  const desk = await visitor('desk')
  const press = (key: Parameters<typeof presenter>[0]) =>
    desk.getByRole('button', { name: presenter(key) }).click()
  await desk.goto(deskLink)
  await desk
    .getByRole('textbox', { name: presenter('questionTitle'), exact: true })
    .fill('첫 안건을 채택할까요?')
  await desk.getByRole('radio', { name: presenter('kindDecision') }).check()

  const screen = await visitor('screen')
  const link = desk.getByRole('textbox', { name: presenter('screenLink') })
  await screen.goto(await link.inputValue())
  await shows(screen, presenter('joinHow'))
  await soon(() => scanned(screen)).not.toBeNull()
  const qr = (await scanned(screen)) ?? ''
  const phone = await visitor('phone')
  await phone.goto(qr)
  await shows(phone, voter('inTitle'))

  await press('doOpen')
  await phone.getByRole('radio').first().check()
  await phone.getByRole('button', { name: voter('send') }).click()
  await phone.getByRole('heading', { name: voter('counted') }).waitFor()
  await press('doClose')
  await press('doReveal')
  await shows(screen, presenter('total', { count: 1 }))
  return { asked, qr, desk, screen, phone }
}

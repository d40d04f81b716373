import { compare } from '../../../shared/client/compare.ts'
import { readerFor, type Filed } from '../../../shared/formats/filed.ts'
import type { PublishedQuestion } from '../../../shared/wire/api.ts'
import { countFile, paperOf } from './files.ts'
import type { Order, Report } from './orders.ts'

/** Reads and counts beside the page, so that it stays quick; to stop it the page ends it. */

const TELLS_EVERY = 80

let filed: Filed | null = null
let toldAt = 0

addEventListener('message', ({ data }: MessageEvent<Order>) => {
  void obey(data).catch(() => tell({ type: 'refused', why: { code: 'fault' } }))
})

async function obey(order: Order): Promise<void> {
  switch (order.type) {
    case 'read':
      return tell(await read(order.file))
    case 'count':
      return tell(count(order))
    case 'compare':
      return tell(compared(order))
  }
}

function tell(report: Report): void {
  postMessage(report)
}

/** Progress, not so often that the page has nothing else to do. */
function tellAlso(report: Report): void {
  if (performance.now() - toldAt < TELLS_EVERY) return
  toldAt = performance.now()
  tell(report)
}

/** Piece by piece: a city's file need not be one string. */
async function read(file: File): Promise<Report> {
  const reader = readerFor(file.name)
  if (!reader) return { type: 'refused', why: { code: 'no-format' } }
  const decoder = new TextDecoder()
  const pieces = file.stream().getReader()
  let saved: string | null = null
  for (let done = 0; ;) {
    const { value } = await pieces.read()
    const text = value ? decoder.decode(value, { stream: true }) : decoder.decode()
    if (done === 0 && isSaved(file.name, text)) saved = ''
    if (saved !== null) saved += text
    reader.feed(text)
    if (!value) break
    done += value.length
    tellAlso({ type: 'reading', done, of: file.size })
  }
  const published = saved === null ? null : readPublished(saved)
  if (published) return { type: 'published', published }
  const reading = reader.end()
  if (!reading.ok) return { type: 'broken', faults: reading.faults }
  filed = reading.value
  return { type: 'filed', paper: paperOf(filed) }
}

/** Does it begin as the server writes a published result? */
const isSaved = (name: string, begin: string) =>
  /\.json$/i.test(name) && /^\uFEFF?\s*\{\s*"question"\s*:/.test(begin)

function readPublished(text: string): PublishedQuestion | null {
  try {
    return JSON.parse(text) as PublishedQuestion
  } catch {
    return null
  }
}

function count({ asked }: Extract<Order, { type: 'count' }>): Report {
  if (!filed) return { type: 'refused', why: { code: 'fault' } }
  const budget = filed.election.budget ?? 0
  const counted = countFile(filed, asked, ({ steps, cost }) =>
    tellAlso({ type: 'raising', steps, cost, budget }),
  )
  return 'code' in counted ? { type: 'refused', why: counted } : { type: 'counted', count: counted }
}

/** What somebody changed by hand may lack anything. */
function compared({ published }: Extract<Order, { type: 'compare' }>): Report {
  try {
    return { type: 'compared', comparison: compare(published) }
  } catch {
    return { type: 'refused', why: { code: 'odd-file' } }
  }
}

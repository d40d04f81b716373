import { availableParallelism } from 'node:os'
import { box } from './bench/box.ts'
import { broadcast } from './bench/broadcast.ts'
import { burst } from './bench/burst.ts'
import { measureCounts, type Counts } from './bench/counts.ts'
import { measureDuring, type DuringCount } from './bench/during.ts'
import { join } from './bench/join.ts'
import { kill } from './bench/kill.ts'
import { memory } from './bench/memory.ts'
import { rate } from './bench/rate.ts'
import { isWithin, summarise, type Figure, type Scenario } from './bench/scenario.ts'
import { screen } from './bench/screen.ts'
import { measureSeal, type DuringSeal } from './bench/sealing.ts'
import { FULL, QUICK, Stage } from './bench/stage.ts'
import { steady } from './bench/steady.ts'
import { told } from './bench/told.ts'
import { readOptions } from './options.ts'

/**
 * Our server against the least that could do the same, both driven by the same clients in one run:
 * seconds change with the machine, their ratio hardly does.
 */
const USAGE = `npm run bench -- [--only 1,5,count] [--quick] [--json]

  --only   이 번호들만, count는 집계 시간 · these numbers alone, count: how long counts take
  --quick  작은 규모로 · smaller numbers, under a minute
  --json   JSON 한 줄로 출력 · one JSON object`

/** In the order in which halls of one size follow each other. */
const SCENARIOS: Scenario[] = [
  ...[box, memory, broadcast, join],
  ...[...rate, steady, burst, ...screen, told, kill],
]

const { values, end } = readOptions(USAGE, {
  only: { type: 'string' },
  quick: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
})
/** What is measured against no reference: nobody else counts as we do. */
const COUNT = 'count'
const known = [...SCENARIOS.map(({ id }) => id), COUNT]
const ids = values.only?.split(',') ?? known
const unknown = ids.filter((id) => !known.includes(id))
if (unknown.length > 0) end(`--only ${unknown.join()} (${known.join()})`)

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
const stage = new Stage(values.quick ? QUICK : FULL)
const figures: Figure[] = []
for (const scenario of SCENARIOS.filter(({ id }) => ids.includes(id))) {
  if (!values.json) process.stderr.write(`${scenario.id.padEnd(3)} ${scenario.name}\n`)
  figures.push(summarise(scenario, await scenario.measure(stage)))
}
await stage.clear()
const count = ids.includes(COUNT)
  ? {
      ...(await measureCounts(values.quick)),
      ...(await measureDuring(values.quick ? QUICK : FULL, values.quick)),
      ...(await measureSeal(values.quick ? QUICK : FULL, values.quick)),
    }
  : null
figures.sort((a, b) => parseInt(a.id) - parseInt(b.id) || a.id.length - b.id.length)
if (values.json)
  process.stdout.write(`${JSON.stringify({ scenarios: figures, ...(count && { count }) })}\n`)
else {
  if (figures.length > 0) print()
  if (count) printCounts(count)
  console.log(`CPU ${availableParallelism()} · Node ${process.version}`)
}
process.exit()

function print(): void {
  const mark = { true: '✓', false: '✗', null: '' }
  const of = (figure: Figure, limit: number | null) =>
    limit === null
      ? ''
      : `${figure.better === 'higher' ? '≥' : '≤'} ${limit} ${mark[`${isWithin(figure, limit)!}`]}`
  const rows = figures.map((figure) => [
    `#${figure.id}`,
    {
      '우리 · ours': `${figure.ours} ${figure.unit}`,
      '기준 · reference': `${figure.reference} ${figure.unit}`,
      '비율 · ratio': figure.ratio,
      '최소–최대 · min–max': `${figure.min} – ${figure.max}`,
      '목표 · reach': of(figure, figure.reach),
      '그 너머 · beyond': of(figure, figure.beyond),
    },
  ])
  console.table(Object.fromEntries(rows))
}

function printCounts({
  readingSeconds,
  missing,
  ...figures
}: Counts & DuringCount & DuringSeal): void {
  const reading = Object.entries(readingSeconds)
  console.table(figures)
  console.log(
    `그 전에 읽기 · reading before that: ${reading.map(([of, s]) => `${of} ${s} s`).join(', ')}`,
  )
  if (missing !== null) console.log(missing)
}

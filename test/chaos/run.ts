import { readOptions } from '../../scripts/options.ts'
import { ALL } from './all.ts'
import { createRandom } from './random.ts'

const MOST_SEED = 2 ** 32 - 1
const USAGE = `npm run chaos -- [--quick] [--json] [--only F1,A5] [--seed N]

  --quick  열 배 작게 · a tenth of the size
  --json   JSON 한 줄로 출력 · one JSON object
  --only   고른 시험만 · these alone: ${ALL.map(({ id }) => id).join(', ')}
  --seed   같은 시험을 다시 · the same run again`

const { values, number, end } = readOptions(USAGE, {
  quick: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  only: { type: 'string' },
  seed: { type: 'string', default: `${Math.floor(Math.random() * MOST_SEED)}` },
})
const seed = number('seed', 0, MOST_SEED)
const say = (text: string) => process.stderr.write(`${text}\n`)
say(`seed ${seed}`)
// Leaving through `exit` ends the server too.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))

const wanted = values.only?.toUpperCase().split(',')
if (wanted && !wanted.every((id) => ALL.some((test) => test.id === id)))
  end(`--only ${values.only}`)
const tests = []
for (const { id, run } of ALL) {
  if (wanted && !wanted.includes(id)) continue
  const start = performance.now()
  const { tries, problems, figure } = await run({
    quick: values.quick,
    random: createRandom(seed),
  }).catch((fault: unknown) => ({ tries: 0, problems: [String(fault)], figure: 'it broke off' }))
  const pass = problems.length === 0
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  say(`${id}  ${pass ? 'pass' : 'FAIL'}  ${seconds} s  ${figure}`)
  for (const problem of problems.slice(0, 20)) say(`    ${problem}`)
  tests.push({ id, tries, pass, figure })
}
if (values.json) process.stdout.write(`${JSON.stringify({ seed, tests })}\n`)
process.exit(tests.length > 0 && tests.every(({ pass }) => pass) ? 0 : 1)

import { parseArgs } from 'node:util'
import { ALL } from './all.ts'
import { createRandom } from './random.ts'

/** `npm run chaos -- [--quick] [--json] [--only F1] [--seed N]` */
const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    only: { type: 'string' },
    seed: { type: 'string' },
  },
})
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 32))
const say = (text: string) => process.stderr.write(`${text}\n`)
say(`seed ${seed}`)
// Leaving through `exit` ends the server too.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))

const wanted = values.only?.toUpperCase().split(',')
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

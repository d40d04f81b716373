import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const RULE = /^- \*\*([A-Z]{2}\d+)\*\*/gm
const MARK = /\bit(?:\.skipIf\([^)]*\))?(?:\.each\([^)]*\))?\(\s*[`'"]((?:\[[A-Z]{2}\d+\] ?)+)/g

function testFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return testFiles(path)
    return /\.(test|contract)\.ts$/.test(entry.name) ? [path] : []
  })
}

it('every rule has a test and every mark a rule', () => {
  const spec = readFileSync('test/SPEC.md', 'utf8')
  const rules = [...spec.matchAll(RULE)].map(([, id]) => id)
  const marks = testFiles('test').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(MARK)].flatMap(([, titles = '']) =>
      [...titles.matchAll(/\[([A-Z]{2}\d+)\]/g)].map(([, id]) => id),
    ),
  )
  expect(new Set(rules).size, 'a rule id stands twice').toBe(rules.length)
  expect([...new Set(marks)].sort()).toEqual([...rules].sort())
})

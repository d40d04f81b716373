import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** The ten longest sources, to be looked at, not to fail. */
const listed = execFileSync('git', ['ls-files', '*.ts', '*.svelte'], { encoding: 'utf8' })
const files = listed.trim().split('\n').filter(Boolean)
const lengths = files.map((file) => ({
  file,
  lines: readFileSync(file, 'utf8').split('\n').length,
}))
lengths.sort((a, b) => b.lines - a.lines)
for (const { file, lines } of lengths.slice(0, 10)) console.log(`${lines}\t${file}`)

import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { setOf } from '../support/elections.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mvoting-count-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function run(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['node_modules/tsx/dist/cli.mjs', 'scripts/count.ts', ...words],
    { encoding: 'utf8', env: { ...process.env, LANG: 'ko_KR.UTF-8', LC_ALL: '' } },
  )
  return { status, stdout, stderr }
}
const json = (...words: string[]) => JSON.parse(run(...words, '--json').stdout) as object

function file(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

/** Each run starts a process of its own, twelve of them in one test. */
const LONG = 120_000

const BLT = '3 1\n4 1 2 0\n3 2 0\n2 3 2 0\n0\n"Ana"\n"Bo"\n"Chi"\n"Board"\n'

it('[CN1] counts a file by its own rule, and by any other that its ballots allow', () => {
  const path = file('board.blt', BLT)
  expect(json(path)).toMatchObject({
    ...{ method: 'stv-scottish', state: 'decided', winners: ['Bo'], ballots: 9, cost: null },
    ties: [],
  })
  expect(json(path, '--method', 'plurality')).toMatchObject({ winners: ['Ana'] })
  expect(json(path, '--method', 'irv')).toMatchObject({
    winners: ['Bo'],
    rounds: [{ votes: { Ana: 4, Bo: 3, Chi: 2 } }, { votes: { Ana: 4, Bo: 5 } }],
  })
  expect(json(path, '--method', 'borda', '--seats', '2')).toMatchObject({ winners: ['Bo', 'Ana'] })
  expect(json(path, '--method', 'schulze')).toMatchObject({ winners: ['Bo'], rounds: [] })
}, LONG)

it('[CN2] prints what a person reads, in Korean and English', () => {
  const path = join(setOf('irv-nsw'), 'gosford-2015.soi')
  const korean = run(path, '--method', 'irv').stdout
  expect(korean).toContain('즉석 결선 투표 · 48,262표 · 5차까지 집계')
  expect(korean).toMatch(/1\. 당선 +22,029 +SMITH Kathy/)
  expect(run(path, '--method', 'irv', '--lang', 'en').stdout).toMatch(/1\. won +22,029 +SMITH Kathy/)
  const pairs = run(file('pairs.blt', BLT), '--method', 'schulze').stdout
  expect(pairs).toMatch(/1\. 당선 +1위 +Bo\n +2위 +\S+\n +3위 +/)
}, LONG)

it('[CN5] saves a file as one of another format, which counts the same', () => {
  const path = file('board.blt', BLT)
  const saved = join(folder, 'board.toi')
  expect(run(path, '--write', saved)).toMatchObject({ status: 0, stdout: `저장했습니다: ${saved}\n` })
  const irv = json(path, '--method', 'irv')
  expect(json(saved, '--method', 'irv')).toEqual(irv)
  const again = join(folder, 'again.abif')
  expect(run(saved, '--write', again).status).toBe(0)
  expect(json(again, '--method', 'irv')).toEqual(irv)
  for (const name of ['board.pb', 'board.txt', join('nowhere', 'board.blt')])
    expect(run(path, '--write', join(folder, name))).toMatchObject({ stdout: '' })
  expect(readdirSync(folder).filter((name) => /pb|txt/.test(name))).toEqual([])
}, LONG)

it('[CN3] says what is wrong and what can be done, and prints no result', () => {
  const broken = run(file('broken.blt', '3 1\n4 1 9 0\n0\n'))
  expect(broken).toMatchObject({ status: 1, stdout: '' })
  expect(broken.stderr).toMatch(/2행/)
  const path = file('board.blt', BLT)
  for (const [words, said] of [
    [[], '집계할 파일'],
    [['board.txt'], '.pb'],
    [[path, '--method', 'approval'], 'irv'],
    [[path, '--method', 'greedy'], '예산'],
    [[path, '--method', 'irv', '--rule', '{"typo":1}'], 'typo'],
    [[path, '--method', 'irv', '--rule', '{"overvote":"ignore"}'], 'ignore'],
    [[path, '--rule', '{"quota":"droop"}'], '--seats'],
    [[path, '--seats', '0'], '--seats 0'],
    [[join(folder, 'nothing.blt')], 'nothing.blt'],
    [[join(setOf('irv-nsw'), 'gosford-2015.soi')], '--method'],
  ] as const) {
    const { status, stdout, stderr } = run(...words)
    expect([words, status! > 0, stdout]).toEqual([words, true, ''])
    expect(stderr).toContain(said)
  }
}, LONG)

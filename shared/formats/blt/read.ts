import type { OptionId } from '../../ids.ts'
import type { Entry, RankedElection } from '../../tally/election/election.ts'
import type { Reader } from '../reading.ts'
import { createFaults } from '../faults.ts'
import { createPapers, findTwice } from './papers.ts'
import { createBltTokens, quotedOf, wholeOf, type Token } from './tokens.ts'

/** Takes a piece of the file and says who takes the next one; `missing`: what the end of the file cut off. */
interface Step {
  take(token: Token): Step
  missing: string | null
}

/**
 * Reads a BLT file: Hill, Wichmann, Woodall, "Algorithm 123" (1987), with what others added to it: equal
 * ranks `1=2`, ranks left out `-`, remarks, and the lines `[nick …]`, `[withdrawn …]`, `[tie …]`.
 * Candidates get their places from 1 as ids; one who stands twice on a paper is a fault. What follows
 * the title is passed over. `[tie …]` names first who goes out first, as the transcripts of
 * test/elections/stv-rs-meek show, so the lot is its reverse.
 */
export function createBltReader(): Reader<RankedElection> {
  const faults = createFaults()
  const papers = createPapers(candidateOf, faults)
  const nicknames = new Map<string, OptionId>()
  const withdrawn = new Set<OptionId>()
  const names: string[] = []
  let [candidates, seats, title] = [0, 0, '']
  let lot: OptionId[] | null = null
  let paper: { count: number; words: Token[] } = { count: 0, words: [] }
  let setting: { name: string; words: Token[] } = { name: '', words: [] }

  function stop(token: Token, expected: string): Step {
    faults.add(token, expected, token.text)
    faults.stop()
    return step
  }

  const header: Step = {
    missing: 'blt-candidates',
    take(token) {
      candidates = wholeOf(token.text) ?? 0
      return candidates > 0 ? vacancies : stop(token, 'blt-candidates')
    },
  }

  const vacancies: Step = {
    missing: 'blt-seats',
    take(token) {
      seats = wholeOf(token.text) ?? 0
      return seats > 0 ? settings : stop(token, 'blt-seats')
    },
  }

  /** Before the first paper: who withdrew, nicknames, an order for ties. */
  const settings: Step = {
    missing: 'blt-count',
    take(token) {
      if (token.text === '[') return settingName
      if (!/^-\d/.test(token.text)) return counts.take(token)
      withdraw({ ...token, text: token.text.slice(1), column: token.column + 1 })
      return settings
    },
  }

  const settingName: Step = {
    missing: 'blt-setting',
    take(token) {
      setting = { name: token.text, words: [] }
      return Object.hasOwn(SETTINGS, token.text) ? settingWords : stop(token, 'blt-setting')
    },
  }

  const settingWords: Step = {
    missing: 'blt-bracket',
    take(token) {
      if (isMark(token)) return stop(token, 'blt-bracket')
      if (token.text !== ']') setting.words.push(token)
      else SETTINGS[setting.name as keyof typeof SETTINGS](setting.words, token)
      return token.text === ']' ? settings : settingWords
    },
  }

  const counts: Step = {
    missing: 'blt-count',
    take(token) {
      const count = wholeOf(token.text)
      if (count === null || !Number.isSafeInteger(papers.total + count))
        return stop(token, 'blt-count')
      paper = { count, words: [] }
      return count > 0 ? ranks : candidateNames
    },
  }

  const ranks: Step = {
    missing: 'blt-end-of-paper',
    take(token) {
      if (isMark(token) || token.text === ']') return stop(token, 'blt-end-of-paper')
      if (token.text !== '0') {
        paper.words.push(token)
        return ranks
      }
      papers.add(paper.words, paper.count)
      return counts
    },
  }

  const candidateNames: Step = {
    missing: 'blt-name',
    take(token) {
      const name = quotedOf(token.text)
      if (name === null) return stop(token, 'blt-name')
      names.push(name)
      return names.length < candidates ? candidateNames : heading
    },
  }

  const heading: Step = {
    missing: null,
    take(token) {
      const text = quotedOf(token.text)
      if (text === null) return stop(token, 'blt-title')
      title = text
      return remarks
    },
  }

  const remarks: Step = { missing: null, take: () => remarks }

  const SETTINGS = {
    nick(words: readonly Token[], end: Token) {
      if (words.length !== candidates) faults.add(end, 'blt-nicknames', end.text)
      for (const [at, word] of words.entries()) {
        const isOdd = /^[-\d]|=/.test(word.text) || nicknames.has(word.text)
        if (isOdd) faults.add(word, 'blt-nickname', word.text)
        else nicknames.set(word.text, String(at + 1) as OptionId)
      }
    },
    withdrawn(words: readonly Token[]) {
      words.forEach(withdraw)
    },
    tie(words: readonly Token[], end: Token) {
      findTwice(words, candidateOf, faults)
      if (words.length < candidates) faults.add(end, 'blt-tie', end.text)
      lot = words.flatMap((word) => candidateOf(word) ?? []).reverse()
    },
  }

  function withdraw(token: Token): void {
    const id = candidateOf(token)
    if (id !== null) withdrawn.add(id)
  }

  function candidateOf(token: Token): OptionId | null {
    const place = wholeOf(token.text)
    if (place !== null && place > 0 && place <= candidates) return String(place) as OptionId
    const id = nicknames.get(token.text)
    if (id === undefined) faults.add(token, 'blt-candidate', token.text)
    return id ?? null
  }

  let step = header
  const tokens = createBltTokens(
    (token) => {
      if (!faults.isStopped) step = step.take(token)
    },
    (line) => step === remarks || (step === counts && papers.isAgain(line)),
  )

  return {
    feed: (piece) => tokens.feed(piece),
    end() {
      const end = tokens.end()
      if (step.missing && !faults.isStopped) faults.add(end, step.missing, '')
      if (!faults.isEmpty) return faults.refusal()
      const options = names.map((name, at): Entry => {
        const id = String(at + 1) as OptionId
        return { id, name, ...(withdrawn.has(id) && { withdrawn: true }) }
      })
      const ballots = { form: 'ranked' as const, piles: papers.piles() }
      return {
        ok: true,
        value: { title, options, ballots, seats, budget: null, decimals: 0, ...(lot && { lot }) },
      }
    },
  }
}

const isMark = ({ text }: Token) => text === '[' || text.startsWith('"')

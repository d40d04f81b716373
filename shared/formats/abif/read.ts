import type { OptionId } from '../../ids.ts'
import { byId } from '../../tally/highest.ts'
import { pileUp, type Pile, type Points } from '../../tally/terms.ts'
import type { Entry, RankedElection } from '../../tally/election/election.ts'
import type { Reader } from '../reading.ts'
import { createFaults, type Place } from '../faults.ts'
import { createLines } from '../lines.ts'
import { nameIn, readPaper, type AbifPaper } from './paper.ts'

/** What an ABIF file says. */
export interface Abif {
  election: RankedElection
  /** The same papers by their ratings; null where one names an option without a rating, or none is rated. */
  points: readonly Pile<Points>[] | null
  /** Metadata by key. */
  about: Readonly<Record<string, string>>
}

const METADATA =
  /^\{\s*(?:"([^"]+)"|([^":{}\s]+))\s*:\s*("(?:[^"\\]|\\.)*"|(?!").*?)\s*\}\s*(?:#.*)?$/s
const CANDIDATE = /^=\s*(\[[^\]]*\]|[^:[\]]+?)\s*:\s*\[(.*)\]\s*(?:#.*)?$/s
const VOTES = /^(\s*(\d+)\s*:)((?:\[[^\]]*\]|[^#[])*)(?:#.*)?$/s

/**
 * Reads an ABIF file (electowiki.org/wiki/ABIF): `{key: value}`, `=Tok:[Full name]`, `42:A/5>B/2=C`,
 * remarks after `#`. Tokens are the ids. Where a file names its candidates nobody else may be voted for;
 * where it names none they are those that have votes, in order of their tokens.
 */
export function createAbifReader(): Reader<Abif> {
  const faults = createFaults()
  const about = new Map<string, string>()
  const named = new Map<OptionId, string>()
  /** Where each token was voted for first. */
  const met = new Map<OptionId, Place>()
  const papers = new Map<string, Pile<AbifPaper>>()
  let total = 0

  const lines = createLines((text, line) => {
    if (faults.isStopped || text.trim() === '' || text.trimStart().startsWith('#')) return
    if (text.startsWith('{')) return readMetadata(text, line)
    if (text.startsWith('=')) return readCandidate(text, line)
    const [, before = '', number = '', votes = ''] = VOTES.exec(text) ?? []
    if (before === '') return faults.add({ line, column: 1 }, 'abif-line', text)
    const count = number.length < 16 ? Number(number) : NaN
    if (!Number.isSafeInteger(total + count))
      return faults.add({ line, column: 1 }, 'abif-count', number)
    total += count
    const known = papers.get(votes)
    if (known) known.count += count
    else
      papers.set(votes, {
        ballot: readPaper(votes, place(line, before.length), { faults, meet }),
        count,
      })
  })

  function meet(id: OptionId, at: Place): void {
    if (!met.has(id)) met.set(id, at)
  }

  function readMetadata(text: string, line: number): void {
    const [, quoted, bare, value = ''] = METADATA.exec(text) ?? []
    const key = quoted ?? bare
    if (key === undefined) return faults.add(place(line, 0), 'abif-metadata', text)
    about.set(key, value.replace(/^"(.*)"$/s, '$1').replace(/\\(["\\])/g, '$1'))
  }

  function readCandidate(text: string, line: number): void {
    const [, token, name = ''] = CANDIDATE.exec(text) ?? []
    if (token === undefined) return faults.add(place(line, 0), 'abif-candidate', text)
    const id = nameIn(token)
    if (named.has(id)) faults.add(place(line, 1), 'abif-new-candidate', token)
    named.set(id, name)
  }

  return {
    feed: (piece) => lines.feed(piece),
    end() {
      lines.end()
      if (named.size > 0)
        for (const [id, at] of met) if (!named.has(id)) faults.add(at, 'abif-known', id)
      if (!faults.isEmpty) return faults.refusal()
      const unnamed = [...met.keys()].sort(byId).map((id): Entry => ({ id, name: id }))
      const options = [...named].map(([id, name]): Entry => ({ id, name }))
      const all = [...papers.values()]
      const election: RankedElection = {
        title: about.get('title') ?? '',
        options: named.size > 0 ? options : unnamed,
        ballots: { form: 'ranked', piles: rankings(all) },
        ...{ seats: null, budget: null, decimals: 0 },
      }
      const isRated = all.every(
        ({ ballot }) => ballot.ratings.size === ballot.ranking.flat().length,
      )
      const points =
        isRated && all.some(({ ballot }) => ballot.ratings.size > 0) ? ratings(all) : null
      return { ok: true, value: { election, points, about: Object.fromEntries(about) } }
    },
  }
}

const place = (line: number, before: number): Place => ({ line, column: before + 1 })

const rankings = (papers: readonly Pile<AbifPaper>[]) =>
  merge(
    papers.map(({ ballot: { ranking }, count }) => ({
      ballot: ranking.map((rank) => [...rank].sort(byId)),
      count,
    })),
  )

const ratings = (papers: readonly Pile<AbifPaper>[]): Pile<Points>[] =>
  merge(
    papers.map(({ ballot: { ratings }, count }) => ({
      ballot: Object.fromEntries([...ratings].sort(([a], [b]) => byId(a, b))),
      count,
    })),
  )

const merge = <T>(piles: readonly Pile<T>[]): Pile<T>[] =>
  pileUp(
    piles,
    ({ ballot }) => JSON.stringify(ballot),
    ({ count }) => count,
  ).map(({ ballot: { ballot }, count }) => ({ ballot, count }))

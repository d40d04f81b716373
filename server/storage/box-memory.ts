import type { BoxEngine, BoxRow, EnvelopeRow, Turnout } from './ballot-box.ts'
import type { SealedBallot } from '../ports.ts'

/** The engine that keeps the contract honest: it passes the same suite, and loses all at the end. */
export function createMemoryEngine(): BoxEngine {
  const boxes: BoxRow[] = []
  const envelopes = new Map<number, Map<number, EnvelopeRow>>()
  const sealed = new Map<number, { ballots: SealedBallot[]; turnout: Turnout[] }>()

  const rowsOf = (box: number) => {
    const rows = envelopes.get(box) ?? new Map<number, EnvelopeRow>()
    envelopes.set(box, rows)
    return rows
  }
  const stored = (box: number, seat: number) => {
    const row = rowsOf(box).get(seat)
    const counted = sealed.get(box)?.turnout.find((entry) => entry.seat === seat)
    return { rev: row?.rev ?? counted?.rev ?? 0, ballotId: row?.ballotId ?? null }
  }

  return {
    async create(box) {
      const old = boxes.find((each) => each.questionId === box.questionId)
      if (!old) boxes.push({ ...box, number: boxes.length + 1 })
      else if (old.state === 'open' && rowsOf(old.number).size === 0) Object.assign(old, box)
      else throw new Error(`the box of ${box.questionId} is in use`)
    },
    async find(questionId) {
      const found = boxes.find((box) => box.questionId === questionId)
      return found ? { ...found } : null
    },
    async keep(rows) {
      return rows.map((row) => {
        const before = stored(row.box, row.seat)
        const isOpen = boxes[row.box - 1]?.state === 'open'
        if (!isOpen || before.rev !== row.rev - 1) return { ...before, isOpen }
        rowsOf(row.box).set(row.seat, row)
        return null
      })
    },
    async stored(box, seat) {
      return stored(box, seat)
    },
    async envelopes(box) {
      return [...rowsOf(box).values()]
    },
    async setClosed(number) {
      const box = boxes[number - 1]
      if (box?.state === 'open') box.state = 'closed'
    },
    async setOpen(number) {
      const box = boxes[number - 1]
      if (box?.state === 'closed') box.state = 'open'
    },
    async seal(number, ballots, turnout) {
      const box = boxes[number - 1]
      if (box?.state !== 'closed') throw new Error(`box ${number} is not closed`)
      box.state = 'sealed'
      sealed.set(number, { ballots: [...ballots], turnout: [...turnout] })
      envelopes.delete(number)
    },
    async holdsMore(box, than) {
      return rowsOf(box).size + (sealed.get(box)?.ballots.length ?? 0) > than
    },
    async setSealing(number) {
      const box = boxes[number - 1]
      if (box?.state === 'closed') box.state = 'sealing'
    },
    async addSealed(number, ballots) {
      const held = sealed.get(number) ?? { ballots: [], turnout: [] }
      const keyOf = ({ leaf, copy }: SealedBallot) => `${leaf} ${copy}`
      const known = new Set(held.ballots.map(keyOf))
      held.ballots.push(...ballots.filter((ballot) => !known.has(keyOf(ballot))))
      held.ballots.sort((a, b) => (a.leaf === b.leaf ? a.copy - b.copy : a.leaf < b.leaf ? -1 : 1))
      sealed.set(number, held)
    },
    async held(box) {
      return rowsOf(box).size
    },
    async dropEnvelopes(number, most) {
      const rows = rowsOf(number)
      const first = [...rows.values()].slice(0, most)
      sealed.get(number)?.turnout.push(...first.map(({ seat, rev }) => ({ seat, rev })))
      for (const { seat } of first) rows.delete(seat)
      return first.length
    },
    async setSealed(number) {
      const box = boxes[number - 1]
      if (box?.state !== 'sealing' || rowsOf(number).size > 0)
        throw new Error(`box ${number} is not sealed yet`)
      box.state = 'sealed'
    },
    async cutJournal() {
      // No journal here.
    },
    async ballots(box) {
      return sealed.get(box)?.ballots ?? []
    },
    async leaves(box) {
      return (sealed.get(box)?.ballots ?? []).map(({ leaf }) => leaf)
    },
    async turnout(box) {
      return sealed.get(box)?.turnout ?? []
    },
  }
}

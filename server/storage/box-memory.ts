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
      if (!boxes.some((each) => each.questionId === box.questionId))
        boxes.push({ ...box, number: boxes.length + 1 })
    },
    async find(questionId) {
      return boxes.find((box) => box.questionId === questionId) ?? null
    },
    async keep(rows) {
      return rows.map((row) => {
        const before = stored(row.box, row.seat)
        if (before.rev !== row.rev - 1) return before
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
      if (box) box.state = 'closed'
    },
    async seal(number, ballots, turnout) {
      sealed.set(number, { ballots: [...ballots], turnout: [...turnout] })
      envelopes.delete(number)
      const box = boxes[number - 1]
      if (box) box.state = 'sealed'
    },
    async ballots(box) {
      return sealed.get(box)?.ballots ?? []
    },
    async turnout(box) {
      return sealed.get(box)?.turnout ?? []
    },
  }
}

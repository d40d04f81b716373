import type { Ballot } from '../../shared/ballot.ts'
import { canonical, leaf } from '../../shared/leaf.ts'
import type { SignedReceipt } from '../../shared/wire/cast.ts'
import type { Ports } from '../ports.ts'

/** Signatures made in one turn of the event loop: about half a millisecond. */
const A_TURN = 8
/** Nobody waits for a receipt; made together they cost less than each after its own wake-up. */
const GATHER_MS = 200

/** Signs receipts off the ballot path: acknowledgements never wait for a signature (D12). */
export function createReceipts({ signer, clock }: Pick<Ports, 'signer' | 'clock'>) {
  const queue: { ballot: Ballot; rev: number; send: (receipt: SignedReceipt) => void }[] = []

  function work(): void {
    for (const { ballot, rev, send } of queue.splice(0, A_TURN)) {
      for (const { questionId, marks, nonce } of ballot.answers) {
        const held = leaf(questionId, marks, nonce)
        send({
          questionId,
          seat: ballot.seat,
          rev,
          signature: signer.sign(canonical({ questionId, leaf: held, rev })),
        })
      }
    }
    if (queue.length > 0) setImmediate(work)
  }

  return function sign(ballot: Ballot, rev: number, send: (receipt: SignedReceipt) => void): void {
    queue.push({ ballot, rev, send })
    if (queue.length === 1) clock.after(GATHER_MS, work)
  }
}

export type SignReceipt = ReturnType<typeof createReceipts>

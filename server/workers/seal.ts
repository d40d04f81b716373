import type { QuestionId } from '../../shared/ids.ts'
import { rootOf } from '../../shared/proof.ts'
import { openBoxReader, type KeptIn } from '../storage/box-reader.ts'
import { slices } from '../storage/box-seal.ts'
import { openAll, split } from '../storage/box-split.ts'
import { beside, heard, say } from './beside.ts'

interface SealTask {
  kept: KeptIn
  questionId: QuestionId
  /** Of a box that is being sealed; null: it is sealed, and its root is asked for. */
  key: Uint8Array | null
}

/** Opens a large box and says its ballots, slice by slice as the server takes them; or says its root. */
await beside<SealTask>(async ({ kept, questionId, key }) => {
  const reader = openBoxReader(kept)
  if (key) {
    const { box, rows } = await reader.envelopes(questionId)
    await reader.close()
    for (const ballots of slices(split(box, openAll(box, key, rows)))) {
      say({ ballots })
      await heard()
    }
    say({ sorted: true })
  } else {
    const leaves = await reader.leaves(questionId)
    await reader.close()
    say({ sealed: { size: leaves.length, root: rootOf(leaves) } })
  }
})

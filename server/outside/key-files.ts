import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { QuestionId } from '../../shared/ids.ts'
import type { Dice, KeyStore } from '../ports.ts'
import { flushFolder, UNFINISHED, writeWhole } from './whole-file.ts'

const KEY_BYTES = 32

/** One file a box, mode 0600, in a folder that backups leave out (D3). */
export function createKeyFiles(folder: string, dice: Dice): KeyStore {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  flushFolder(dirname(folder))
  for (const name of readdirSync(folder)) if (name.endsWith(UNFINISHED)) rmSync(join(folder, name))
  const known = new Map<QuestionId, Uint8Array>()
  const pathOf = (questionId: QuestionId) => join(folder, questionId)

  async function keyOf(questionId: QuestionId): Promise<Uint8Array> {
    const held = known.get(questionId) ?? (await readFile(pathOf(questionId)))
    if (held.length !== KEY_BYTES) throw new Error(`the key of ${questionId} is damaged`)
    known.set(questionId, held)
    return held
  }

  return {
    keyOf,
    async create(questionId) {
      // Never over an existing key: its envelopes could not be opened again.
      if (existsSync(pathOf(questionId))) await keyOf(questionId)
      else writeWhole(pathOf(questionId), dice.secret(KEY_BYTES))
    },
    async destroy(questionId) {
      known.get(questionId)?.fill(0)
      known.delete(questionId)
      overwriteAndRemove(pathOf(questionId))
      flushFolder(folder)
    },
  }
}

function overwriteAndRemove(path: string): void {
  try {
    const { size } = statSync(path)
    const file = openSync(path, 'r+')
    writeSync(file, new Uint8Array(size))
    fsyncSync(file)
    closeSync(file)
    rmSync(path)
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'ENOENT') throw fault
  }
}

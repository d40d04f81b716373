import { closeSync, existsSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** The end of a name that is still being written; whoever finds one may remove it. */
export const UNFINISHED = '.new'

/**
 * Writes a file of mode 0600 that is there whole and durably, or not at all; never over one that is
 * there. One process has the folder, so nobody comes between the look and the rename.
 */
export function writeWhole(path: string, bytes: Uint8Array): void {
  if (existsSync(path)) throw new Error(`${path} is there already`)
  const unfinished = `${path}${UNFINISHED}`
  const file = openSync(unfinished, 'w', 0o600)
  try {
    writeFileSync(file, bytes)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(unfinished, path)
  flushFolder(dirname(path))
}

/** Names come and go durably only with their folder; Windows has no such call and needs none. */
export function flushFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

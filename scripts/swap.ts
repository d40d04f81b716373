import { mkdirSync, renameSync, rmSync } from 'node:fs'

/** Lets `make` fill a new folder, and puts it where `place` was only once it is complete. */
export async function inPlaceOf(
  place: string,
  make: (folder: string) => Promise<void>,
): Promise<void> {
  const fresh = `${place}-new-${process.pid}`
  const old = `${place}-old-${process.pid}`
  try {
    mkdirSync(fresh, { recursive: true })
    await make(fresh)
    rename(place, old)
    renameSync(fresh, place)
  } finally {
    for (const folder of [fresh, old]) rmSync(folder, { recursive: true, force: true })
  }
}

/** Nothing to move is no fault: the first build has no folder to replace. */
function rename(from: string, to: string): void {
  try {
    renameSync(from, to)
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'ENOENT') throw fault
  }
}

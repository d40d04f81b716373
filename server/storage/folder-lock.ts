import SQLite from 'better-sqlite3'
import { join } from 'node:path'

/** One that was killed has let go already; one that stops lets go within this time, if nothing is slow. */
const WAIT_MS = 1000

/**
 * Keeps every other server out of the data folder: two would each believe that a box is theirs. The
 * lock is the operating system's and ends with the process, however that ends; no file of a killed
 * server has to be removed. Null where another one holds it, else how to let go.
 */
export function lockFolder(folder: string): (() => void) | null {
  const database = new SQLite(join(folder, 'lock.sqlite'), { timeout: WAIT_MS })
  try {
    database.exec('begin exclusive')
  } catch (fault) {
    database.close()
    if (fault instanceof SQLite.SqliteError && fault.code.startsWith('SQLITE_BUSY')) return null
    throw fault
  }
  return () => {
    database.close()
  }
}

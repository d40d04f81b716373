import { refuse, type No } from '../shared/result.ts'

/** Of SQLite: the disk is full or fails, or somebody else holds the file. */
const NOT_NOW = /^SQLITE_(FULL|BUSY|IOERR)/

/** What a fault is to whoever asked: ours, or a storage that may take the same message later (D42). */
export function refusalOf(fault: unknown): No {
  const code = typeof fault === 'object' && fault && 'code' in fault ? String(fault.code) : ''
  return refuse(NOT_NOW.test(code) ? 'server/busy' : 'server/fault')
}

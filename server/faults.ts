import { refuse, type No } from '../shared/result.ts'
import { isBusyFault } from './ports.ts'

/** What a fault is to whoever asked: ours, or a storage that may take the same message later (D42). */
export function refusalOf(fault: unknown): No {
  return refuse(isBusyFault(fault) ? 'server/busy' : 'server/fault')
}

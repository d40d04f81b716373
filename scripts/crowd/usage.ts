import { existsSync, readFileSync } from 'node:fs'

/** Of /proc: a hundredth of a second in each tick (Linux on every machine we know). */
const TICK_MS = 10

export interface Usage {
  /** CPU since its start, in milliseconds. */
  cpuMs: number
  rssMb: number
}

/** What a process uses; null where there is no /proc. */
export function usageOf(pid: number): Usage | null {
  if (!existsSync('/proc/self/stat')) return null
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
  const ticks = Number(fields[11]) + Number(fields[12])
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const rssMb = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024
  return { cpuMs: ticks * TICK_MS, rssMb }
}

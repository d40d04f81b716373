import pino from 'pino'
import type { Log } from '../ports.ts'

/** Lines of JSON on standard error. Nobody hands it a voter with a choice, and positions are cut (D9, D29). */
export function createLog(level: string): Log {
  const lines = pino(
    {
      level,
      base: null,
      redact: [
        '*.latitude',
        '*.longitude',
        '*.cookie',
        '*.pass',
        '*.token',
        'latitude',
        'longitude',
      ],
    },
    pino.destination(2),
  )
  return {
    info: (event, detail = {}) => {
      lines.info({ event, ...detail })
    },
    warn: (event, detail = {}) => {
      lines.warn({ event, ...detail })
    },
    error: (event, fault) => {
      lines.error({ event, err: fault })
    },
  }
}

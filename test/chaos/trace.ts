import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { pause } from '../../scripts/crowd/phone.ts'

const CALLS = 'openat,close,write,pwrite64,ftruncate,fsync,fdatasync,rename,unlink'

export const HAS_STRACE = spawnSync('strace', ['--version']).status === 0
export const INSTALL_STRACE = 'apt-get install -y strace'

/** The command that runs another one and writes down what it does to files. */
export function tracing(file: string): string[] {
  // As a grandchild, so that the traced program keeps its parent and its signals.
  const how = [
    '-D',
    '-f',
    '--seccomp-bpf',
    '-ttt',
    '-y',
    '-xx',
    '-s',
    '1000000',
    '-e',
    'signal=none',
  ]
  return ['strace', ...how, '-e', `trace=${CALLS}`, '-o', file]
}

/** One finished system call; `at` in milliseconds since 1970. */
export interface Call {
  at: number
  name: string
  /** Texts and bytes as they are, numbers and flags as strace writes them. */
  values: (string | Buffer)[]
  result: number
}

const LINE = /^(\d+) +(\d+\.\d+) (.*)$/
const RESUMED = /^<\.\.\. \w+ resumed>/
const UNFINISHED = ' <unfinished ...>'
const FINISHED = /^(\w+)\((.*)\) = (-?\d+)/

/** What was traced, in order, once the program has ended. */
export async function readTrace(file: string): Promise<Call[]> {
  let text = ''
  for (let wait = 0; wait < 100 && !/\+\+\+[^\n]*\n$/.test(text); wait += 1) {
    if (wait > 0) await pause(50)
    text = readFileSync(file, 'latin1')
  }
  const begun = new Map<string, string>()
  return text.split('\n').flatMap((line) => {
    const [, thread = '', at, said = ''] = LINE.exec(line) ?? []
    if (said.endsWith(UNFINISHED)) {
      begun.set(thread, said.slice(0, -UNFINISHED.length))
      return []
    }
    const whole = RESUMED.test(said) ? (begun.get(thread) ?? '') + said.replace(RESUMED, '') : said
    const [, name, values, result] = FINISHED.exec(whole) ?? []
    if (name === undefined) return []
    const call = { at: Number(at) * 1000, name, result: Number(result) }
    return [{ ...call, values: values!.split(', ').map(valueOf) }]
  })
}

/** `"\x61"` are bytes; `5<\x61>` is a number with the path that it stands for. */
function valueOf(text: string): string | Buffer {
  if (!text.startsWith('"')) return text.replace(/<.*/, '')
  return Buffer.from(text.replaceAll(/[^0-9a-f]/g, ''), 'hex')
}

import { dirname } from 'node:path'
import type { Random } from './random.ts'
import type { Call } from './trace.ts'

/** One change of a file: bytes at a place, or another length. */
type Change = { place: number; bytes: Buffer } | { size: number }

interface File {
  /** What a power cut leaves. */
  flushed: Buffer
  /** Since the last flush, in order. */
  pending: Change[]
  size: number
}

interface Opened {
  path: string
  /** Null: a folder. */
  file: File | null
  place: number
}

/** The worst disk that keeps its word: what was not flushed, names included, may be gone. */
export class Disk {
  readonly #folder: string
  readonly #opened = new Map<number, Opened>()
  readonly #names = new Map<string, File>()
  #flushedNames = new Map<string, File>()

  constructor(folder: string) {
    this.#folder = folder
  }

  /** Does one traced call of a program that works in this disk's folder. */
  do(call: Call): void {
    const { name, values, result } = call
    if (result < 0) return
    const number = Number(values[0])
    const opened = this.#opened.get(number)
    if (name === 'openat') this.#open(call)
    else if (name === 'close') this.#opened.delete(number)
    else if (name === 'rename') this.#rename(String(values[0]), String(values[1]))
    else if (name === 'unlink') this.#names.delete(String(values[0]))
    else if (!opened) return
    else if (name === 'fsync' || name === 'fdatasync') this.#flush(opened)
    else if (name === 'ftruncate') change(opened.file, { size: Number(values[1]) })
    else {
      const place = name === 'pwrite64' ? Number(values[3]) : opened.place
      if (name === 'write') opened.place += result
      change(opened.file, { place, bytes: (values[1] as Buffer).subarray(0, result) })
    }
  }

  /** The files after a power cut; with `random` a part of what was not flushed is there. */
  afterCut(random: Random | null): Map<string, Buffer> {
    const files = [...this.#flushedNames].map(([path, { flushed, pending }]): [string, Buffer] => [
      path.slice(this.#folder.length + 1),
      laidOver(flushed, random ? pending.filter(() => random.below(2) === 0) : []),
    ])
    return new Map(files)
  }

  #open({ values: [, path, flags = ''], result }: Call): void {
    const full = String(path)
    if (!full.startsWith(this.#folder)) return
    let file = this.#names.get(full) ?? null
    if (!file && String(flags).includes('O_CREAT')) {
      file = { flushed: Buffer.alloc(0), pending: [], size: 0 }
      this.#names.set(full, file)
    }
    if (String(flags).includes('O_TRUNC')) change(file, { size: 0 })
    const place = file && String(flags).includes('O_APPEND') ? file.size : 0
    this.#opened.set(result, { path: full, file, place })
  }

  #rename(from: string, to: string): void {
    const file = this.#names.get(from)
    if (!file) return
    this.#names.delete(from)
    this.#names.set(to, file)
  }

  #flush({ path, file }: Opened): void {
    if (file) {
      file.flushed = laidOver(file.flushed, file.pending)
      file.pending = []
      return
    }
    const isElsewhere = ([name]: [string, File]) => dirname(name) !== path
    const here = [...this.#names].filter((each) => !isElsewhere(each))
    this.#flushedNames = new Map([...[...this.#flushedNames].filter(isElsewhere), ...here])
  }
}

function change(file: File | null, done: Change): void {
  if (!file) return
  file.pending.push(done)
  file.size = 'size' in done ? done.size : Math.max(file.size, done.place + done.bytes.length)
}

function laidOver(bytes: Buffer, changes: readonly Change[]): Buffer {
  let size = bytes.length
  let longest = size
  for (const done of changes) {
    size = 'size' in done ? done.size : Math.max(size, done.place + done.bytes.length)
    longest = Math.max(longest, size)
  }
  const laid = Buffer.alloc(longest)
  bytes.copy(laid)
  for (const done of changes) {
    if ('size' in done) laid.fill(0, done.size)
    else done.bytes.copy(laid, done.place)
  }
  return laid.subarray(0, size)
}

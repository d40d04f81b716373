const BOM = '\uFEFF'

/**
 * Cuts pieces of text into lines and hands each on with its number from 1. Takes a byte order mark and
 * LF, CRLF and CR in any mixture, also where a pair is cut in two.
 */
export function createLines(take: (line: string, number: number) => void): {
  feed(piece: string): void
  end(): void
} {
  let held = ''
  let number = 0
  let isFirst = true
  let wasReturn = false

  function emit(line: string): void {
    number += 1
    take(line, number)
  }

  return {
    feed(piece) {
      if (piece === '') return
      let from = isFirst && piece.startsWith(BOM) ? 1 : 0
      isFirst = false
      if (wasReturn && piece[from] === '\n') from += 1
      wasReturn = false
      for (let at = from; at < piece.length; at += 1) {
        const code = piece.charCodeAt(at)
        if (code !== 10 && code !== 13) continue
        emit(held + piece.slice(from, at))
        held = ''
        if (code === 13) {
          if (at + 1 === piece.length) wasReturn = true
          else if (piece.charCodeAt(at + 1) === 10) at += 1
        }
        from = at + 1
      }
      held += piece.slice(from)
    },
    end() {
      if (held !== '') emit(held)
      held = ''
    },
  }
}

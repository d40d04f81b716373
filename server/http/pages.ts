import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Request, Response } from 'express'

/** One html shell in memory, as it is and compressed. */
interface Shell {
  plain: Buffer
  br: Buffer | null
}

function readShell(folder: string, file: string): Shell {
  const path = join(folder, file)
  const compressed = `${path}.br`
  return {
    plain: readFileSync(path),
    br: existsSync(compressed) ? readFileSync(compressed) : null,
  }
}

/** The pages that a person opens; never cached, so that nobody keeps an old protocol. */
export function createPages(folder: string) {
  const shells = {
    voter: readShell(folder, 'voter/index.html'),
    desk: readShell(folder, 'presenter/index.html'),
    display: readShell(folder, 'presenter/display.html'),
  }
  return function sendPage(page: keyof typeof shells, request: Request, response: Response): void {
    const { plain, br } = shells[page]
    const small = br && request.acceptsEncodings('br') === 'br' ? br : null
    response.set({ 'cache-control': 'no-cache', vary: 'accept-encoding' }).type('html')
    if (small) response.set('content-encoding', 'br')
    response.send(small ?? plain)
  }
}

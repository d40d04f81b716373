import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a server writes beside its data once it listens: for scripts, and for who starts a second one. */
export interface Running {
  pid: number
  port: number
  url: string
  deskLink: string | null
}

export function createRunning(folder: string) {
  const path = join(folder, 'running.json')

  /** Null where no server is up, or not yet. */
  function read(): Running | null {
    try {
      return JSON.parse(readFileSync(path, 'utf8')) as Running
    } catch {
      return null
    }
  }

  return {
    write(running: Running): void {
      writeFileSync(path, JSON.stringify(running), { mode: 0o600 })
    },
    remove(): void {
      rmSync(path, { force: true })
    },
    /** Said to whoever starts a second server on this folder. */
    taken(): string {
      const other = read()
      const who = other ? ` (pid ${other.pid}, ${other.url})` : ''
      return [
        `다른 서버가 데이터 폴더 ${folder}을(를) 쓰고 있습니다${who}. 그 서버를 끝내거나 DATA_DIR을 다른 폴더로 정하세요.`,
        `Another server uses the data folder ${folder}${who}. Stop it, or set DATA_DIR to another folder.\n`,
      ].join('\n')
    },
  }
}

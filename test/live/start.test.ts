import SQLite from 'better-sqlite3'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { marks } from '../support/builders.ts'
import { castOf, Hall, openQuestion } from '../support/hall.ts'

let hall: Hall
beforeEach(async () => {
  hall = await Hall.start()
})
afterEach(() => hall.stop())

/** Starts one more server on this folder and waits for its end. */
async function secondOn(folder: string): Promise<{ code: number; said: string }> {
  const child = spawn(process.execPath, ['dist/server/main.js'], {
    env: { ...process.env, DATA_DIR: folder, PORT: '0', HOST: '127.0.0.1' },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (part: Buffer) => {
    said += part.toString()
  })
  const [code] = (await once(child, 'close')) as [number]
  return { code, said }
}

function stored(folder: string): unknown {
  const database = new SQLite(join(folder, 'mvoting.sqlite'), { readonly: true })
  try {
    return database.prepare('select body from question').all()
  } finally {
    database.close()
  }
}

describe('a start', () => {
  it('[ST1] leaves a folder alone that another server uses, and says which', async () => {
    const { dataDir, running } = hall.server
    const { code, said } = await secondOn(dataDir)
    expect(code).toBe(1)
    for (const part of [`pid ${running.pid}`, running.url, 'DATA_DIR', '데이터 폴더'])
      expect(said).toContain(part)
    expect(await (await fetch(`${hall.url}/api/ready`)).json()).toEqual({ ready: true })

    await hall.server.kill()
    await hall.server.restart()
    expect((await secondOn(dataDir)).code).toBe(1)
  })

  it('[ST2] has its port before it touches a running meeting', async () => {
    const { server } = hall
    await openQuestion(await hall.desk(), { seconds: 5 })
    await server.kill()
    const before = stored(server.dataDir)
    const other = createServer().listen(server.running.port, '127.0.0.1')
    await once(other, 'listening')
    await expect(server.restart()).rejects.toThrow(`Port ${server.running.port} is taken`)
    expect(stored(server.dataDir)).toEqual(before)
    other.close()
    await once(other, 'close')
    await server.restart()
    expect(stored(server.dataDir)).not.toEqual(before)
  })

  it('[SV3] stands up without the key of an open box, and the desk is told', async () => {
    const { server } = hall
    const desk = await hall.desk()
    const { desk: view, presenceCode } = desk.snapshot
    const phone = await hall.phone(view.code, presenceCode.code)
    const question = await openQuestion(desk)
    await phone.line.must('ballot:cast', castOf(phone.snapshot, question, marks('yes')).message)
    await server.kill()
    rmSync(join(server.dataDir, 'keys'), { recursive: true })
    await server.restart()
    const { snapshot } = await hall.desk()
    expect(snapshot.desk.agenda).toMatchObject([{ state: 'open', unreadable: true }])
  })
})

import SQLite from 'better-sqlite3'
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { clock } from '../../server/outside/clock.ts'
import { createKeyFiles } from '../../server/outside/key-files.ts'
import { dice } from '../../server/outside/random.ts'
import { openSecrets, openSigner } from '../../server/outside/secrets.ts'
import { isBusyFault } from '../../server/ports.ts'
import { createSqliteRoll } from '../../server/storage/roll-sqlite.ts'
import { createRoll } from '../../server/storage/roll.ts'
import { openSqlite } from '../../server/storage/sqlite.ts'
import type { QuestionId } from '../../shared/ids.ts'
import { aHolder, aHouse } from '../support/house.ts'

const q1 = 'q1' as QuestionId
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mvoting-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

/** Every byte that lies in the folder, by file. */
function filesIn(path: string): Map<string, Buffer> {
  const names = readdirSync(path, { recursive: true, encoding: 'utf8' })
  const files = names.filter((name) => statSync(join(path, name)).isFile())
  return new Map(files.map((name) => [name, readFileSync(join(path, name))]))
}

describe('the database', () => {
  it('[BX13] is durable at every commit, and forgets what is deleted', async () => {
    const { database, close } = await openSqlite(join(folder, 'mvoting.sqlite'))
    const read = (pragma: string) => database.pragma(pragma, { simple: true })
    expect(read('journal_mode')).toBe('wal')
    const FULL = 2
    expect(read('synchronous')).toBe(FULL)
    for (const on of ['secure_delete', 'foreign_keys', 'fullfsync', 'checkpoint_fullfsync'])
      expect([on, read(on)]).toEqual([on, 1])
    await close()
  })

  it('[BX12] holds no envelope and no key after the seal', async () => {
    const house = await aHouse(folder)
    const questionId = await house.draft({ names: 'secret', bars: 'reveal' })
    house.hall.seats = 30
    await house.meetings.open(house.id, questionId)
    for (let seat = 1; seat <= 30; seat += 1) await house.cast(questionId, { seat })
    for (let seat = 1; seat <= 30; seat += 3) await house.cast(questionId, { seat, basedOn: 1 })
    const key = readFileSync(join(folder, 'keys', questionId))
    const reader = new SQLite(join(folder, 'mvoting.sqlite'), { readonly: true })
    const envelopes = reader.prepare('select sealed from envelope').pluck().all() as Buffer[]
    reader.close()
    const held = () => [...filesIn(folder).values()]
    const found = (bytes: Buffer) => held().some((file) => file.includes(bytes))
    expect(envelopes.length).toBe(30)
    expect(envelopes.every(found) && found(key)).toBe(true)

    await house.meetings.close(house.id, questionId)
    await house.clock.pass(2000)
    expect(house.rowOf(questionId).seal).toMatchObject({ size: 30 })
    expect(existsSync(join(folder, 'keys', questionId))).toBe(false)
    expect(found(key)).toBe(false)
    // Nonce and tag stand at the ends: neither they nor the middle are left anywhere.
    for (const sealed of envelopes)
      for (const part of [sealed.subarray(0, 16), sealed.subarray(40, 56), sealed.subarray(-16)])
        expect(found(part)).toBe(false)
    await house.end()
  })

  it('[BX12] has an empty journal when a seal is over, and after a start', async () => {
    const sizeOf = () => statSync(join(folder, 'mvoting.sqlite-wal')).size
    const house = await aHouse(folder)
    await house.keys.create(q1)
    await house.box.create(q1, { salt: '00', receipts: 'full', size: 256 })
    await house.box.close(q1)
    expect(sizeOf()).toBeGreaterThan(0)
    await house.box.seal(q1)
    expect(sizeOf()).toBe(0)
    await house.box.create('q2' as QuestionId, { salt: '00', receipts: 'full', size: 256 })
    expect(sizeOf()).toBeGreaterThan(0)
    const second = await openSqlite(join(folder, 'mvoting.sqlite'))
    expect(sizeOf()).toBe(0)
    await second.close()
    await house.end()
  })

  it('[ST3] that is held by another program is a fault known as busy, for roll and desk', async () => {
    const house = await aHouse(folder)
    const sqlite = await openSqlite(join(folder, 'mvoting.sqlite'))
    const roll = createRoll(createSqliteRoll(sqlite.database, sqlite.exclusive), clock)
    const holder = aHolder(folder)
    holder.take()
    const deeds = [
      roll.admit(house.id, 'somebody else'),
      house.store.admit(house.id, 'somebody'),
      house.meetings.name(house.id, 'Town hall'),
      house.meetings.addQuestion(house.id),
    ]
    for (const deed of await Promise.allSettled(deeds))
      expect(deed.status === 'rejected' && isBusyFault(deed.reason)).toBe(true)
    holder.release()
    expect(await roll.admit(house.id, 'somebody else')).toBe(1)
    expect(await house.meetings.name(house.id, 'Town hall')).toMatchObject({ ok: true })
    expect(isBusyFault(new Error('SQLITE_BUSY'))).toBe(false)
    holder.end()
    await sqlite.close()
    await house.end()
  })
})

describe('a key file', () => {
  const path = () => join(folder, 'keys', q1)

  it('[ST4] is there whole or not at all, and never written over', async () => {
    const keys = createKeyFiles(join(folder, 'keys'), dice)
    await keys.create(q1)
    const first = readFileSync(path())
    expect([first.length, statSync(path()).mode & 0o777]).toEqual([32, 0o600])
    await keys.create(q1)
    expect(readFileSync(path())).toEqual(first)
    expect(readdirSync(join(folder, 'keys'))).toEqual([q1])
  })

  it('[ST4] that a crash left unfinished is no key, and is cleared away', async () => {
    createKeyFiles(join(folder, 'keys'), dice)
    writeFileSync(`${path()}.new`, Buffer.alloc(7))
    const keys = createKeyFiles(join(folder, 'keys'), dice)
    expect(readdirSync(join(folder, 'keys'))).toEqual([])
    await expect(keys.keyOf(q1)).rejects.toThrow()
    await keys.create(q1)
    expect((await keys.keyOf(q1)).length).toBe(32)
  })

  it('[ST4] of a wrong length opens no question', async () => {
    for (const length of [0, 31, 33]) {
      rmSync(path(), { force: true })
      await createKeyFiles(join(folder, 'keys'), dice).create(q1)
      truncateSync(path(), length)
      const keys = createKeyFiles(join(folder, 'keys'), dice)
      await expect(keys.create(q1)).rejects.toThrow('damaged')
      await expect(keys.keyOf(q1)).rejects.toThrow('damaged')
    }
  })

  it('[ST4] is destroyed once and for all', async () => {
    const keys = createKeyFiles(join(folder, 'keys'), dice)
    await keys.create(q1)
    const held = await keys.keyOf(q1)
    await keys.destroy(q1)
    await keys.destroy(q1)
    expect(held.every((byte) => byte === 0)).toBe(true)
    expect(existsSync(path())).toBe(false)
    await expect(keys.keyOf(q1)).rejects.toThrow()
  })

  it('[ST4] has the secrets beside it written in the same way', () => {
    const first = [openSecrets(folder).keyFor('pass'), openSigner(folder).keyId]
    expect([openSecrets(folder).keyFor('pass'), openSigner(folder).keyId]).toEqual(first)
    writeFileSync(join(folder, 'secret.new'), 'half')
    rmSync(join(folder, 'secret'))
    openSecrets(folder)
    expect(readFileSync(join(folder, 'secret'), 'utf8')).toMatch(/^[0-9a-f]{64}$/)
  })
})

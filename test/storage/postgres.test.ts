import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readConfig } from '../../server/config.ts'
import { clock } from '../../server/outside/clock.ts'
import { createKeyFiles } from '../../server/outside/key-files.ts'
import { createLog } from '../../server/outside/log.ts'
import { dice } from '../../server/outside/random.ts'
import { isBusyFault } from '../../server/ports.ts'
import { createPostgresEngine } from '../../server/storage/box-postgres.ts'
import { openStorage, type Storage } from '../../server/storage/index.ts'
import { createPool, tablesOf } from '../../server/storage/postgres.ts'
import { Unusable } from '../../server/storage/unusable.ts'
import type { MeetingId, QuestionId } from '../../shared/ids.ts'
import { aBallot } from '../support/builders.ts'
import { postgres, usePostgres, withoutPostgres } from '../support/postgres.ts'

const q1 = 'q1' as QuestionId
const m1 = 'm1' as MeetingId
const settings = { salt: 'ab'.repeat(16), receipts: 'full' as const, size: 256 }
const log = createLog('silent')

it('[PG7] knows what passes from what does not', () => {
  const fault = (code: string) => isBusyFault(Object.assign(new Error('?'), { code }))
  const passes = ['57P01', '57P03', '53300', '53100', '08006', '40P01', '25006', '57014', '58030']
  const network = ['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE']
  expect([...passes, ...network].filter((code) => !fault(code))).toEqual([])
  expect(['23505', '42P01', '22021', '28P01', '3D000', ''].filter(fault)).toEqual([])
  expect(isBusyFault(new Error('Connection terminated unexpectedly'))).toBe(true)
  expect(isBusyFault(new Error('no box for question q1'))).toBe(false)
})

it('[PG1] lists a wrong DATABASE_URL with the other wrong settings', () => {
  const read = readConfig({ DATABASE_URL: 'mysql://localhost/votes', PORT: 'x' })
  expect(read).toMatchObject({ wrong: [/^PORT/, /^DATABASE_URL: postgres:/].map(asymmetric) })
  const url = 'postgresql://me:secret@db.example.org:6432/votes'
  expect(readConfig({ DATABASE_URL: url })).toMatchObject({ DATABASE_URL: url })
})

const asymmetric = (pattern: RegExp): unknown => expect.stringMatching(pattern)

describe.skipIf(withoutPostgres)('a database', () => {
  usePostgres()
  let folder: string
  let url: string
  let storage: Storage | null
  let ended: string[]
  let other: Storage | null

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mvoting-'))
    url = await postgres.database()
    ended = []
    other = null
    storage = await open()
    await storage.box.create(q1, settings)
  })
  afterEach(async () => {
    await storage?.close()
    await other?.close()
    rmSync(folder, { recursive: true })
  })

  async function open(): Promise<Storage> {
    const keys = createKeyFiles(join(folder, 'keys'), dice)
    await keys.create(q1)
    return openStorage(
      folder,
      { keys, dice, clock, log },
      { url, end: (why) => void ended.push(why) },
    )
  }

  /** Cuts the connection that holds the lock, as a network does. */
  const cut = () =>
    postgres.query(
      url,
      `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'`,
    )

  async function until(fits: () => boolean | Promise<boolean>): Promise<void> {
    for (let tries = 0; tries < 100 && !(await fits()); tries += 1) await pause(50)
    expect(await fits()).toBe(true)
  }

  it('[PG3] is one server’s: a second one is told who has it, and gets it when that ends', async () => {
    const refused = await open().catch((fault: unknown) => fault)
    expect(refused).toBeInstanceOf(Unusable)
    for (const part of ['다른 서버', 'Another server', `pid ${process.pid}`, 'DATABASE_URL'])
      expect(String(refused)).toContain(part)
    const next = open()
    await storage?.close()
    storage = await next
    expect(await storage.box.cast(aBallot())).toMatchObject({ ok: true })
  })

  it('[PG3] says what is wrong with a database that is not there', async () => {
    const name = new URL(url).pathname.slice(1)
    url = url.replace(name, 'nowhere')
    await expect(open()).rejects.toThrow(/DATABASE_URL.*nowhere/)
    url = url.replace('nowhere', name)
  })

  it('[PG4] that was lost for a moment is taken again, and no ballot with it', async () => {
    await storage!.box.cast(aBallot({ seat: 1 }))
    await cut()
    const casts = [2, 3, 4].map((seat) => storage!.box.cast(aBallot({ seat })))
    for (const kept of await Promise.all(casts))
      expect(kept).toMatchObject({ value: { rev: 1, change: { rev: 1 } } })
    expect((await storage!.box.changes(q1))?.length).toBe(4)
    expect(ended).toEqual([])
  })

  it('[PG4] that another server had meanwhile is not touched again', async () => {
    await postgres.query(url, `update holder set token = 'of another'`)
    await cut()
    await until(() => ended.length === 1)
    expect(ended[0]).toContain('DATABASE_URL')
    const deed = await storage!.store.admit(m1, 'somebody').catch((fault: unknown) => fault)
    expect(isBusyFault(deed)).toBe(true)
    // Nor is a transaction left that began before.
    const active = await postgres.query<{ pid: string }>(
      url,
      `select pid from pg_stat_activity where application_name like 'mVoting%' and datname = current_database()`,
    )
    expect(active).toEqual([])
  })

  it('[BX13] is durable at every commit, whatever its own default', async () => {
    const name = new URL(url).pathname.slice(1)
    await postgres.query(url, `alter database ${name} set synchronous_commit = off`)
    const pool = createPool(url, log)
    expect((await pool.query('show synchronous_commit')).rows).toEqual([
      { synchronous_commit: 'on' },
    ])
    await pool.end()
    await storage?.close()
    storage = null
    await postgres.query(url, 'alter system set fsync = off')
    await postgres.query(url, 'select pg_reload_conf()')
    await pause(200)
    await expect(open()).rejects.toThrow('fsync = off')
    await postgres.query(url, 'alter system reset fsync')
    await postgres.query(url, 'select pg_reload_conf()')
  })

  it('[BX7] has the box again after a restart', async () => {
    await storage!.box.cast(aBallot({ seat: 1, marked: ['tea'] }))
    await storage!.box.cast(aBallot({ seat: 1, basedOn: 1, marked: ['water'] }))
    await storage?.close()
    storage = await open()
    expect(await storage.box.changes(q1)).toMatchObject([
      { seat: 1, rev: 2, answers: [{ marks: ['water'] }] },
    ])
  })

  it('[BX8] [BX12] has no readable choice in any file while it is open, and no envelope after the seal', async () => {
    const choice = 'this-is-my-choice'
    for (let seat = 1; seat <= 20; seat += 1)
      await storage!.box.cast(aBallot({ seat, marked: [choice] }))
    await postgres.query(url, 'checkpoint')
    const names = readdirSync(postgres.folder, { recursive: true, encoding: 'utf8' })
    const files = names.map((name) => join(postgres.folder, name))
    const found = files.filter(
      (file) => statSync(file).isFile() && readFileSync(file).includes(choice),
    )
    expect(found).toEqual([])

    await storage!.box.close(q1)
    expect(await storage!.box.seal(q1)).toMatchObject({ size: 20 })
    expect(await postgres.query(url, `select pg_relation_size('envelope')::int as bytes`)).toEqual([
      { bytes: 0 },
    ])
  })

  it('[PG5] decides many casts of one seat in one commit, one after the other', async () => {
    const first = aBallot({ ballotId: 'aa' })
    const second = aBallot({ basedOn: 1, ballotId: 'bb' })
    const casts = [first, aBallot(), first, second, aBallot({ basedOn: 5 }), second, first]
    const answers = await Promise.all(casts.map((ballot) => storage!.box.cast(ballot)))
    expect(
      answers.map((answer) => (answer.ok ? answer.value.rev : answer.refusal.detail?.rev)),
    ).toEqual([1, 1, 1, 2, 2, 2, 2])
    expect(answers.map(({ ok }) => ok)).toEqual([true, false, true, true, false, true, false])
  })

  it('[PG5] has nothing kept behind a close on another connection', async () => {
    for (let round = 0; round < 20; round += 1) {
      const id = `q${round + 2}` as QuestionId
      await createKeyFiles(join(folder, 'keys'), dice).create(id)
      await storage!.box.create(id, settings)
      const casts = Array.from({ length: 20 }, (_, seat) =>
        storage!.box.cast(aBallot({ seat: seat + 1, question: id })),
      )
      await pause(Math.random() * 6)
      // Past the queue, as another node would.
      await postgres.query(
        url,
        `begin; select pg_advisory_xact_lock(${0x6d426f78}, number::int) from box where question_id = '${id}';
         update box set state = 'closed' where question_id = '${id}'; commit`,
      )
      const [{ rows } = { rows: 0 }] = await postgres.query<{ rows: number }>(
        url,
        `select count(*)::int as rows from envelope join box on number = box where question_id = '${id}'`,
      )
      const kept = (await Promise.all(casts)).filter(({ ok }) => ok).length
      expect(kept).toBe(rows)
    }
  })

  it('[PG9] is sealed without its vacuum, where another program holds the table or it fails', async () => {
    await storage!.box.cast(aBallot({ marked: ['tea'] }))
    const pool = createPool(url, log)
    const holder = await pool.connect()
    await holder.query('begin; lock table envelope in share update exclusive mode')
    await storage!.box.close(q1)
    const began = clock.since()
    expect(await storage!.box.seal(q1)).toMatchObject({ size: 1 })
    expect(clock.since() - began).toBeLessThan(5000)
    await holder.query('rollback')
    holder.release()

    const faults: string[] = []
    const failing = tablesOf({
      async connect() {
        const client = await pool.connect()
        const query = async (text: string, values: readonly unknown[]) => {
          if (text.startsWith('vacuum')) throw new Error('no room')
          return client.query(text, [...values])
        }
        return { query, release: () => client.release() } as never
      },
      end: () => pool.end(),
    })
    const engine = createPostgresEngine(failing, { error: (event) => faults.push(event) })
    await engine.cutJournal()
    expect(faults).toEqual(['box/vacuum'])
    await failing.destroy()
  })
})

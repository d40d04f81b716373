import { beforeEach, expect, it } from 'vitest'
import { createBus } from '../../server/live/bus.ts'
import { passwords } from '../../server/outside/passwords.ts'
import { dice } from '../../server/outside/random.ts'
import { openSecrets } from '../../server/outside/secrets.ts'
import { createAccounts, type Accounts } from '../../server/services/accounts.ts'
import { createActs, type Acts } from '../../server/services/acts.ts'
import { aHouseEach, folder, house } from '../support/house-each.ts'

aHouseEach()
let accounts: Accounts
let acts: Acts
let queries: string[]

beforeEach(async () => {
  const { clock, store, agenda } = house
  queries = []
  const read = store.acts
  const readAll = store.accounts
  store.acts = (...asked) => {
    queries.push('acts')
    return read(...asked)
  }
  store.accounts = () => {
    queries.push('accounts')
    return readAll()
  }
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
  const outside = { clock, dice, store, passwords, log, agenda, bus: createBus() }
  accounts = createAccounts({ ...outside, secrets: openSecrets(folder) })
  acts = createActs({ ...outside, accounts })
  await accounts.claimOwner('laptop')
})

/** As many as a busy desk gets in ten seconds; the queries that they cost. */
async function fiftyPushes(): Promise<string[]> {
  queries = []
  for (let push = 0; push < 50; push += 1) await acts.latest(house.id)
  return queries
}
const latest = async () => (await acts.latest(house.id))[0]

it('[AC7] fifty pushes cost what one costs, and none where nothing changed', async () => {
  expect((await fiftyPushes()).sort()).toEqual(['accounts', 'acts'])
  expect(await fiftyPushes()).toEqual([])

  await acts.begin(house.id, 1, 'meeting:name', { title: 'Assembly' })?.()
  await expect.poll(latest).toMatchObject({ deed: 'meeting:name', about: 'Assembly', name: '' })
  expect(await fiftyPushes()).toEqual([])
  await accounts.rename(1, 'Kim')
  expect(await latest()).toMatchObject({ name: 'Kim' })
  expect(await fiftyPushes()).toEqual([])
})

it('[AC7] a query that fails is asked again, and a change that failed is looked up', async () => {
  const { acts: read, saveAccount } = house.store
  house.store.acts = () => Promise.reject(new Error('busy'))
  await expect(latest()).rejects.toThrow('busy')
  house.store.acts = read
  expect(await latest()).toBeUndefined()

  await acts.begin(house.id, 1, 'password:set', {})?.()
  await expect.poll(latest).toMatchObject({ name: '' })
  house.store.saveAccount = async (row) => {
    await saveAccount(row)
    throw new Error('the answer was lost')
  }
  await expect(accounts.rename(1, 'Kim')).rejects.toThrow('lost')
  expect(await latest()).toMatchObject({ name: 'Kim' })
})

import SQLite from 'better-sqlite3'
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { join } from 'node:path'

/**
 * Loaded into the built server by `--import`, so that the product has no word of it; JavaScript, as
 * Node 20 reads no types. While the file `crash-at` lies in the data folder, every deed that changes
 * the disk is noted in `deeds`, and before the one of that number or name the process is killed.
 */
const orders = join(process.env.DATA_DIR, 'crash-at')
const notes = join(process.env.DATA_DIR, 'deeds')
let done = 0

function beforeDeed(name) {
  const isArmed = fs.existsSync(orders)
  done = isArmed ? done + 1 : 0
  if (!isArmed) return
  const wanted = fs.readFileSync(orders, 'utf8')
  const isDue = done === Number(wanted) || (wanted !== '' && name.startsWith(wanted))
  if (isDue) process.kill(process.pid, 'SIGKILL')
  fs.appendFileSync(notes, `${name}\n`)
}

const { prepare, transaction, pragma } = SQLite.prototype
Object.assign(SQLite.prototype, {
  prepare(sql) {
    const statement = prepare.call(this, sql)
    const run = statement.run.bind(statement)
    statement.run = (...values) => {
      beforeDeed(sql.replace(/\s+/g, ' ').slice(0, 60))
      return run(...values)
    }
    return statement
  },
  transaction(work) {
    return transaction.call(this, (...values) => {
      const result = work(...values)
      beforeDeed('commit')
      return result
    })
  },
  pragma(...values) {
    beforeDeed(values[0])
    return pragma.apply(this, values)
  },
})

for (const name of ['writeSync', 'fsyncSync', 'rmSync']) {
  const original = fs[name]
  fs[name] = (...values) => {
    beforeDeed(name)
    return original(...values)
  }
}
syncBuiltinESMExports()

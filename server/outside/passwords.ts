import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto'
import { promisify } from 'node:util'
import type { Passwords } from '../ports.ts'

/** 32 MiB and about 0.1 s a try: OWASP's second profile for scrypt. */
const COST = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 1024 * 1024 } satisfies ScryptOptions
const BYTES = 32

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt)

/** `N:r:p:salt:key`, so that the cost may grow and old ones still open. */
export const passwords: Passwords = {
  async hash(password) {
    const salt = randomBytes(16)
    const key = await derive(password.normalize('NFKC'), salt, BYTES, COST)
    return [COST.N, COST.r, COST.p, salt.toString('hex'), key.toString('hex')].join(':')
  },
  async fits(password, hash) {
    const [N, r, p, salt = '', key = ''] = hash.split(':')
    const cost = { ...COST, N: Number(N), r: Number(r), p: Number(p) }
    const given = await derive(password.normalize('NFKC'), Buffer.from(salt, 'hex'), BYTES, cost)
    return timingSafeEqual(given, Buffer.from(key, 'hex'))
  },
}

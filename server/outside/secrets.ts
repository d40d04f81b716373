import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  hkdfSync,
  randomBytes,
  sign,
} from 'node:crypto'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { join } from 'node:path'
import type { Disk, Secrets, Signer } from '../ports.ts'
import { writeWhole } from './whole-file.ts'

/** Made at the first start with mode 0600; there is no default secret anywhere. */
function fileOnce(path: string, make: () => string): string {
  if (!existsSync(path)) writeWhole(path, Buffer.from(make()))
  return readFileSync(path, 'utf8').trim()
}

export function openSecrets(folder: string): Secrets {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const secret = fileOnce(join(folder, 'secret'), () => randomBytes(32).toString('hex'))
  if (!/^[0-9a-f]{64}$/.test(secret))
    throw new Error(`${join(folder, 'secret')} must hold 64 hex digits`)
  const keys = new Map<string, Uint8Array>()
  return {
    keyFor(purpose) {
      const key = keys.get(purpose) ?? new Uint8Array(hkdfSync('sha256', secret, '', purpose, 32))
      keys.set(purpose, key)
      return key
    },
  }
}

/** The server's Ed25519 key, which signs both heads and receipts (D12, D13). */
export function openSigner(folder: string): Signer {
  const pem = fileOnce(
    join(folder, 'signing-key.pem'),
    () =>
      generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
  )
  const key = createPrivateKey(pem)
  const spki = createPublicKey(key).export({ type: 'spki', format: 'der' })
  return {
    keyId: createHash('sha256').update(spki).digest('hex').slice(0, 16),
    publicKey: spki.toString('base64'),
    sign: (text) => sign(null, Buffer.from(text), key).toString('hex'),
  }
}

export function diskOf(folder: string): Disk {
  return {
    async free() {
      const { bavail, bsize } = await statfs(folder)
      return bavail * bsize
    },
  }
}

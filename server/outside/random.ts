import { randomBytes, randomInt } from 'node:crypto'
import type { Dice } from '../ports.ts'

export const dice: Dice = {
  id: () => randomBytes(16).toString('base64url'),
  secret: (size) => randomBytes(size),
  below: (limit) => randomInt(limit),
}

import { BlockList, isIP, isIPv4 } from 'node:net'
import { ok, refuse, type Result } from '../../shared/result.ts'

/** Wider than this is no venue but a part of the world. */
const WIDEST = { 4: 8, 6: 32 } as const

interface Network {
  address: string
  prefix: number
  family: 'ipv4' | 'ipv6'
}

const LOOPBACK = listOf([
  { address: '127.0.0.0', prefix: 8, family: 'ipv4' },
  { address: '::1', prefix: 128, family: 'ipv6' },
])
const PRIVATE = listOf([
  { address: '10.0.0.0', prefix: 8, family: 'ipv4' },
  { address: '172.16.0.0', prefix: 12, family: 'ipv4' },
  { address: '192.168.0.0', prefix: 16, family: 'ipv4' },
])

/** The networks as they were written, or which line is none. */
export function checkNetworks(lines: readonly string[]): Result<readonly string[]> {
  const wrong = lines.findIndex((line) => read(line) === null)
  return wrong < 0 ? ok(lines) : refuse('network/odd', { line: wrong + 1 })
}

/**
 * Does this address belong to one of them? What comes from this computer itself does not: behind a
 * proxy that is not trusted that would be everybody.
 */
export function isInNetworks(lines: readonly string[], address: string): boolean {
  if (isIP(address) === 0 || isLoopback(address)) return false
  const networks = lines.map(read).filter((network) => network !== null)
  return holds(listOf(networks), address)
}

export function isLoopback(address: string): boolean {
  return isIP(address) !== 0 && holds(LOOPBACK, address)
}

/** The network that an address is likely one of: of a router at home the usual 256, else itself. */
export function networkAround(address: string): string | null {
  if (isIP(address) === 0) return null
  if (!isIPv4(address)) return `${halfOf(address)}/64`
  return holds(PRIVATE, address)
    ? `${address.split('.').slice(0, 3).join('.')}.0/24`
    : `${address}/32`
}

/** The first half of an IPv6 address: the rest names one device. */
export function halfOf(address: string): string {
  const [head = '', tail] = address.split('::')
  const groups = [...head.split(':'), ...(tail === undefined ? [] : ['0', '0', '0', '0'])]
  return `${groups.slice(0, 4).join(':')}::`
}

function read(line: string): Network | null {
  const [address = '', bits] = line.trim().split('/')
  const version = isIP(address)
  if (version !== 4 && version !== 6) return null
  const longest = version === 4 ? 32 : 128
  if (bits !== undefined && !/^\d{1,3}$/.test(bits)) return null
  const prefix = bits === undefined ? longest : Number(bits)
  if (prefix < WIDEST[version] || prefix > longest || line.split('/').length > 2) return null
  return { address, prefix, family: version === 4 ? 'ipv4' : 'ipv6' }
}

function listOf(networks: readonly Network[]): BlockList {
  const list = new BlockList()
  for (const { address, prefix, family } of networks) list.addSubnet(address, prefix, family)
  return list
}

function holds(list: BlockList, address: string): boolean {
  return list.check(address, isIPv4(address) ? 'ipv4' : 'ipv6')
}

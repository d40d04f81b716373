import type { NetworkInterfaceInfo } from 'node:os'
import { expect, it } from 'vitest'
import { addressOf, networkHost, outwardHost, ownHost } from '../../server/outside/address.ts'
import { Hall } from '../support/hall.ts'

const at = (address: string, internal = false) =>
  [{ address, internal, family: 'IPv4' }] as NetworkInterfaceInfo[]

it('[AD1] an address is one that can be opened', () => {
  expect(addressOf('::1', 3000)).toBe('http://[::1]:3000')
  expect(addressOf('192.168.0.5', 80)).toBe('http://192.168.0.5')
  expect([ownHost('192.168.0.5'), ownHost('0.0.0.0'), ownHost('::')]).toEqual([
    '192.168.0.5',
    'localhost',
    'localhost',
  ])
  expect(outwardHost('hall.local')).toBe('hall.local')
})

it('[AD1] of several networks the hall’s own is named', () => {
  const lo = at('127.0.0.1', true)
  const docker = at('172.17.0.1')
  expect(networkHost({ lo, docker0: docker, 'br-1a2b': docker, wlan0: at('10.0.0.7') })).toBe(
    '10.0.0.7',
  )
  const wsl = at('172.29.0.1')
  expect(networkHost({ 'vEthernet (WSL)': wsl, 'Wi-Fi': at('192.168.0.9') })).toBe('192.168.0.9')
  expect(networkHost({ en5: at('169.254.3.4'), en0: at('192.168.1.2') })).toBe('192.168.1.2')
  expect(networkHost({ lo, docker0: docker })).toBe('172.17.0.1')
  expect(networkHost({ lo })).toBe('localhost')
})

it('[AD1] a server bound to ::1 opens its desk there', async () => {
  const hall = await Hall.start({ HOST: '::1' })
  try {
    const { origin } = new URL(hall.server.deskLink)
    expect(origin).toBe(`http://[::1]:${hall.server.running.port}`)
    const { snapshot } = await hall.desk()
    expect(snapshot).toMatchObject({ address: origin, desk: { positions: true } })
    expect(
      snapshot.desk.screenLink.startsWith(`${origin}/present/screen/${snapshot.desk.code}#`),
    ).toBe(true)
  } finally {
    await hall.stop()
  }
})

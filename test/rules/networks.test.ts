import { expect, it } from 'vitest'
import { checkNetworks, isInNetworks, networkAround } from '../../server/domain/networks.ts'

it('[NW1] names the line that is no network, or too wide to be a venue', () => {
  const fine = ['203.0.113.0/24', '198.51.100.7', ' 10.0.0.0/8 ', '2001:db8::/32', '2001:db8::5']
  expect(checkNetworks(fine)).toEqual({ ok: true, value: fine })
  const odd = ['', 'hall', '203.0.113/24', '203.0.113.0/33', '203.0.113.0/-1', '1.2.3.4/8/8']
  for (const line of [...odd, '203.0.113.0/', '0.0.0.0/0', '::/0', '2001::/16', '010.0.0.1/24'])
    expect(checkNetworks([...fine, line]), line).toEqual({
      ok: false,
      refusal: { code: 'network/odd', detail: { line: 6 } },
    })
})

it('[NW2] an address belongs to a network by its first bits', () => {
  const networks = ['203.0.113.0/24', '198.51.100.7', '2001:db8:1::/48']
  for (const address of ['203.0.113.0', '203.0.113.255', '198.51.100.7', '2001:db8:1:2::3'])
    expect(isInNetworks(networks, address), address).toBe(true)
  for (const address of ['203.0.112.255', '198.51.100.8', '2001:db8:2::1', '', 'hall', '::1'])
    expect(isInNetworks(networks, address), address).toBe(false)
})

it('[NW2] what comes from this computer itself belongs to none: a proxy would be everybody', () => {
  expect(isInNetworks(['127.0.0.0/8', '::1'], '127.0.0.1')).toBe(false)
  expect(isInNetworks(['127.0.0.0/8', '::1'], '::1')).toBe(false)
})

it('[NW3] suggests the network around an address, and names no single device of IPv6', () => {
  expect(networkAround('192.168.0.17')).toBe('192.168.0.0/24')
  expect(networkAround('203.0.113.9')).toBe('203.0.113.9/32')
  expect(networkAround('2001:db8:1:2:aaaa:bbbb:cccc:dddd')).toBe('2001:db8:1:2::/64')
  expect(networkAround('2001:db8::1')).toBe('2001:db8:0:0::/64')
  expect(networkAround('localhost')).toBe(null)
})

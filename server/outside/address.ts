import { networkInterfaces, type NetworkInterfaceInfo } from 'node:os'

/** What `HOST` says where every network of this machine is meant. */
const EVERY = ['0.0.0.0', '::']
/** Adapters of containers, virtual machines and tunnels: no phone of the hall is behind them. */
const VIRTUAL =
  /^(docker|br-|veth|virbr|vmnet|vboxnet|vethernet|cni|flannel|podman|lxc|tailscale|zt|tun|tap|utun|wg)/i
const SELF_GIVEN = /^169\.254\./

/** The address of a server that is bound to this host; an IPv6 number gets its brackets. */
export function addressOf(host: string, port: number, scheme: 'http' | 'https' = 'http'): string {
  return new URL(`${scheme}://${host.includes(':') ? `[${host}]` : host}:${port}`).origin
}

/** Where phones reach a server bound to `host`. */
export function outwardHost(host: string): string {
  return EVERY.includes(host) ? networkHost(networkInterfaces()) : host
}

/** Where a browser on this machine reaches it. */
export function ownHost(host: string): string {
  return EVERY.includes(host) ? 'localhost' : host
}

/** This machine's address in the hall's network, or localhost where there is none. */
export function networkHost(adapters: NodeJS.Dict<NetworkInterfaceInfo[]>): string {
  const found = Object.entries(adapters).flatMap(([name, addresses]) =>
    (addresses ?? [])
      .filter(({ family, internal }) => family === 'IPv4' && !internal)
      .map(({ address }) => ({
        address,
        doubts: Number(VIRTUAL.test(name)) + Number(SELF_GIVEN.test(address)),
      })),
  )
  found.sort((a, b) => a.doubts - b.doubts)
  return found[0]?.address ?? 'localhost'
}

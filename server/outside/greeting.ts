import { networkInterfaces } from 'node:os'
import QRCode from 'qrcode'

/** This machine's address in the hall's network, or localhost where there is none. */
export function networkHost(): string {
  const addresses = Object.values(networkInterfaces()).flatMap((each) => each ?? [])
  const outward = addresses.find(({ family, internal }) => family === 'IPv4' && !internal)
  return outward?.address ?? 'localhost'
}

/** What the operator reads after a start: where to go, in Korean and English. */
export async function greeting({
  voters,
  desk,
  local,
}: {
  voters: string
  desk: string | null
  local: string
}): Promise<string> {
  const code = await QRCode.toString(voters.toUpperCase(), { type: 'terminal', small: true })
  const way = desk
    ? `진행자 (한 번만 쓰는 링크) · Desk (one-time link)\n    ${desk}`
    : `진행자 · Desk\n    ${local}/present\n    다른 브라우저에서 · from another browser: npm run desk-link`
  return `
  mVoting

  ${way}

  투표자 · Voters
    ${voters}

${code}`
}

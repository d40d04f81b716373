import QRCode from 'qrcode'

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

import { asCode, type JoinCode } from '../../../shared/ids.ts'

/** Where this page stands: at the door without a code, or in one meeting. */
export interface Place {
  code: JoinCode | null
  /** The rotating code out of a scanned address. */
  proof: string | null
}

/** Read once. Addresses in a QR are capitals, so letters count the same in both sizes. */
export function readPlace(path: string): Place {
  const [door, code, proof] = path.split('/').filter((part) => part !== '')
  if (door?.toLowerCase() !== 'j' || code === undefined) return { code: null, proof: null }
  return { code: asCode(code), proof: proof === undefined ? null : asCode(proof) }
}

/** A reload or a shared address shall not carry a proof that has passed. */
export function forgetProof({ code, proof }: Place): void {
  if (code !== null && proof !== null) history.replaceState(null, '', `/j/${code}`)
}

export function goTo(code: string): void {
  location.assign(`/j/${code}`)
}

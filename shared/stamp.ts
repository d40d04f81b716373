import { canonical, hashLeaf } from './leaf.ts'
import { hashOf } from './proof.ts'
import type { Leaf } from './ids.ts'
import type { Question } from './vote.ts'

/** What the server adds to an answer, out of the list and by the frozen rules. A phone never sends it. */
export interface Stamp {
  /** In the units of the rules; absent where everybody has one vote. */
  weight?: number
  /** Who cast it, where the question is named. */
  name?: string
  /** Where names are not for everybody: 16 bytes as hex, so that no name can be tried out. */
  blind?: string
}

/** A stamp as it is published; `print` stands for a name that is not for everybody. */
export interface PublicStamp {
  weight?: number
  name?: string
  print?: string
}

/** The stamp of a ballot as anybody may see it. Whoever knows name and blind can recompute the print. */
export function publicStamp({ weight, name, blind }: Stamp): PublicStamp {
  return {
    ...(weight !== undefined && { weight }),
    ...(name !== undefined &&
      (blind === undefined ? { name } : { print: hashOf({ name, blind }) })),
  }
}

/**
 * What stands for a ballot in the list. A stamp is put around what the phone hashed, so that the code
 * on the phone and its signed receipt stay of what the voter sent; without one both are the same.
 */
export function listLeaf(own: Leaf, { weight, name, print }: PublicStamp): Leaf {
  const isBare = weight === undefined && name === undefined && print === undefined
  return isBare ? own : hashLeaf(canonical({ leaf: own, weight, name, print }))
}

/** Who asks for names: whoever runs the meeting, a phone of somebody on the list, or any other page. */
export type Reader = 'host' | 'listed' | 'anybody'

/** May they see who chose what, once it is revealed? (D63) */
export function mayReadNames({ names, namesFor }: Question, reader: Reader): boolean {
  return names === 'named' && (namesFor === 'everyone' || reader !== 'anybody')
}

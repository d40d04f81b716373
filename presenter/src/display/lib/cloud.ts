import type { TextCount } from '../../../../shared/tally/texts.ts'

/** A word of the cloud: how large it stands, from 0 (least said) to 1, and which colour. */
export interface CloudWord extends TextCount {
  size: number
  hue: number
}

/** More are not read from the back row. */
const MOST = 60

/**
 * The words of a cloud in the order in which they are written, line by line: the most frequent in the
 * middle and the others around it, so that lines that are centred make a cloud. A square root of the
 * count: twice as many people are twice the area, not four times.
 */
export function cloudOf(texts: readonly TextCount[]): CloudWord[] {
  const shown = texts.slice(0, MOST)
  const [most, least] = [shown[0]?.count ?? 0, shown.at(-1)?.count ?? 0]
  const span = Math.sqrt(most) - Math.sqrt(least)
  const words = shown.map((each, place) => ({
    ...each,
    size: span === 0 ? 0.5 : (Math.sqrt(each.count) - Math.sqrt(least)) / span,
    hue: (place % 4) + 1,
  }))
  const before = words.filter((_, place) => place % 2 === 1).reverse()
  return [...before, ...words.filter((_, place) => place % 2 === 0)]
}

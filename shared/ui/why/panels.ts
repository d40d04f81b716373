import type { OptionId } from '../../ids.ts'
import { fraction, rounded } from '../../tally/fraction.ts'
import type { PanelLine, PanelPart, PanelRule, Panels } from '../../tally/city/panels.ts'
import type { panels as koPanels } from '../../words/counts/panels-ko.ts'
import type { Detailed } from '../../words/index.ts'

type Key = keyof typeof koPanels

/** How options and panels are called. */
export interface PanelSpeech {
  say: (key: Key, detail?: Detailed) => string
  nameOf: (id: OptionId) => string
  panelOf: (id: string) => string
}

const DECIMALS = 2
const NOTHING = rounded(fraction(0), DECIMALS)
const LEAST = rounded(fraction(1, 10 ** DECIMALS), DECIMALS)

/** How the points come about, and who had the say of panels that gave nothing. */
export function methodWords(
  { say, panelOf }: PanelSpeech,
  rule: PanelRule,
  result: Panels,
): string[] {
  const isShared = rule.void === 'share' && result.void.length > 0 && result.state !== 'none'
  const panels = result.void.map(panelOf).join(', ')
  return [say('method'), ...(isShared ? [say('shared', { panels })] : [])]
}

/** Why an option won or lost; then what each panel gave it. */
export function panelWords(told: PanelSpeech, { panels }: PanelRule, line: PanelLine): string[] {
  const weightOf = (part: PanelPart) => panels.find(({ id }) => id === part.panel)!.weight
  return [
    reasonWords(told, line),
    ...line.parts.map((part) => partWords(told, part, weightOf(part))),
  ]
}

function reasonWords(
  { say, nameOf, panelOf }: PanelSpeech,
  { id, points, reason }: PanelLine,
): string {
  const detail = { name: nameOf(id), points: rounded(points, DECIMALS) }
  switch (reason.code) {
    case 'elected':
      return say('elected', { ...detail, place: reason.place })
    case 'behind': {
      const by = rounded(reason.by, DECIMALS)
      const behind = { ...detail, place: reason.place, by, least: LEAST }
      // A difference that is too small to be seen is one all the same.
      return say(by === NOTHING ? 'behind-little' : 'behind', behind)
    }
    case 'lot-won':
    case 'lot-lost':
    case 'tied':
      return say(reason.code, { ...detail, others: reason.with.map(nameOf).join(', ') })
    case 'unwanted':
      return say('unwanted', detail)
    case 'void':
      return say('void', { ...detail, panels: reason.panels.map(panelOf).join(', ') })
  }
}

function partWords({ say, panelOf }: PanelSpeech, part: PanelPart, weight: number): string {
  const detail = { panel: panelOf(part.panel), weight }
  if (!part.points) return say('part-void', detail)
  const { key, whole, points } = part
  return say('part', { ...detail, key, whole, points: rounded(points, DECIMALS) })
}

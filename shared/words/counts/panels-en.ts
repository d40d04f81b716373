import { detailIn, type Sentence } from '../index.ts'
import type { panels as koPanels } from './panels-ko.ts'

const n = detailIn('en')

export const panels = {
  method:
    'What an option gets in a panel, as a part of the whole there, times the weight of that panel; added up they are points out of 100.',
  part: ({ panel, key, whole, points, weight }) =>
    `${n(panel)}: ${n(key)} of ${n(whole)} → ${n(points)} points (weight ${n(weight)}%)`,
  'part-void': ({ panel, weight }) => `${n(panel)}: no votes (weight ${n(weight)}%)`,
  shared: ({ panels }) =>
    `The weight of panels without votes went to the others in proportion: ${n(panels)}`,
  elected: ({ name, points, place }) =>
    `${n(name)}: chosen, in place ${n(place)} with ${n(points)} points`,
  behind: ({ name, points, place, by }) =>
    `${n(name)}: not chosen, in place ${n(place)} with ${n(points)} points, ${n(by)} fewer than the last one chosen`,
  'behind-little': ({ name, points, place, least }) =>
    `${n(name)}: not chosen, in place ${n(place)} with ${n(points)} points, less than ${n(least)} behind the last one chosen`,
  'lot-won': ({ name, points, others }) =>
    `${n(name)}: chosen by a lot committed before the vote, with ${n(points)} points, as many as ${n(others)}`,
  'lot-lost': ({ name, points, others }) =>
    `${n(name)}: not chosen, by a lot committed before the vote, with ${n(points)} points, as many as ${n(others)}`,
  tied: ({ name, points, others }) =>
    `${n(name)}: not decided, with ${n(points)} points, as many as ${n(others)}, and no rule says who comes first`,
  unwanted: ({ name }) => `${n(name)}: no panel gave it anything`,
  void: ({ name, panels }) =>
    `${n(name)}: not decided, as the rule says where a panel has no votes (${n(panels)})`,
} satisfies Record<keyof typeof koPanels, Sentence>

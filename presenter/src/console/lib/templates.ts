import type { OptionId } from '../../../../shared/ids.ts'
import { letterOf } from '../../../../shared/ui/options.ts'
import { decisionOptions, type Option, type Question } from '../../../../shared/vote.ts'
import { t } from '../../lib/speech.ts'
import { PRESETS } from './decisions.ts'

type Key = Parameters<typeof t>[0]
type Part = 'title' | 'method' | 'options' | 'names' | 'bars' | 'decision' | 'lot'
type Written = Pick<Question, Part>

const OPEN = { names: 'open', bars: 'live', decision: null, lot: false } as const
const SECRET = { names: 'secret', bars: 'reveal', decision: null, lot: false } as const

/** Questions that meetings often ask, written out in the desk's language: one tap, then change the words. */
export const TEMPLATES = {
  templateMotion: () => ({
    ...OPEN,
    bars: 'reveal',
    title: t('motionTitle'),
    method: { type: 'decision', abstain: true },
    options: decisionOptions(true),
    decision: PRESETS.simple,
  }),
  templateTwoThirds: () => ({
    ...OPEN,
    bars: 'reveal',
    title: t('twoThirdsTitle'),
    method: { type: 'decision', abstain: true },
    options: decisionOptions(true),
    decision: PRESETS.twoThirds,
  }),
  templateBudgetLine: () => ({
    ...OPEN,
    bars: 'reveal',
    title: t('budgetLineTitle'),
    method: { type: 'decision', abstain: true },
    options: decisionOptions(true),
    decision: PRESETS.simple,
  }),
  templatePerson: () => ({
    ...SECRET,
    title: t('personTitle'),
    method: { type: 'single' },
    options: written('personOptions'),
  }),
  templateElection: () => ({
    ...SECRET,
    title: t('electionTitle'),
    method: { type: 'approval', min: 1, max: 2, seats: 2 },
    options: written('electionOptions'),
    lot: true,
  }),
  templateRanked: () => ({
    ...SECRET,
    title: t('rankedTitle'),
    method: { type: 'ranked', min: 1, max: 4, equal: false, count: 'runoff', seats: 1 },
    options: written('rankedOptions'),
    lot: true,
  }),
  templatePoll: () => ({
    ...OPEN,
    title: t('pollTitle'),
    method: { type: 'single' },
    options: written('pollOptions'),
  }),
  templatePleased: () => ({
    ...OPEN,
    bars: 'reveal',
    title: t('pleasedTitle'),
    method: { type: 'score', min: 1, max: 5, unrated: null },
    options: written('pleasedOptions'),
  }),
  templateBudget: () => ({
    ...OPEN,
    bars: 'reveal',
    title: t('budgetTitle'),
    method: { type: 'approval', min: 1, max: 3 },
    options: written('budgetOptions'),
  }),
  templatePurse: () => ({
    ...OPEN,
    bars: 'reveal',
    title: t('purseTitle'),
    ...priced('purseOptions'),
    lot: true,
  }),
  templateFields: () => ({
    ...OPEN,
    bars: 'reveal',
    title: t('fieldsTitle'),
    ...byField('fieldsOptions'),
  }),
  templateCloud: () => ({
    ...OPEN,
    bars: 'reveal',
    title: t('cloudTitle'),
    method: { type: 'text', show: 'cloud', most: 3, letters: 20 },
    options: [],
  }),
} satisfies Partial<Record<Key, () => Written>>

/** One sentence holds all options, a line each. */
function written(key: Key): Option[] {
  return t(key)
    .split('\n')
    .map((text, place) => ({ id: idAt(place), text }))
}

/** One sentence holds the purse with its currency in the first line, then a project and its cost in each. */
function priced(key: Key): Pick<Question, 'method' | 'options'> {
  const [first = '', ...projects] = t(key).split('\n')
  const [purse = '', currency = ''] = first.split(' ')
  const options = projects.map((line, place) => {
    const [text = '', cost = ''] = line.split(': ')
    return { id: idAt(place), text, cost: Number(cost) }
  })
  const rule = { type: 'greedy', threshold: 0, misfit: 'skip' } as const
  const limits = { min: 1, max: options.length, fits: true }
  return { method: { type: 'budget', purse: Number(purse), currency, ...limits, rule }, options }
}

/** One sentence holds a field in each line, its name before its options: one vote for each field (Seoul 2015). */
function byField(key: Key): Pick<Question, 'method' | 'options'> {
  const fields = t(key)
    .split('\n')
    .map((line) => line.split(': '))
  const quotas = fields.map(([group = '']) => ({ group, min: 0, max: 1 }))
  const options = fields.flatMap(([group = '', texts = '']) =>
    texts.split(', ').map((text) => ({ text, group })),
  )
  return {
    method: { type: 'approval', min: 1, max: quotas.length, quotas },
    options: options.map((option, place) => ({ id: idAt(place), ...option })),
  }
}

const idAt = (place: number) => letterOf(place).toLowerCase() as OptionId

import type { OptionId } from '../../../../shared/ids.ts'
import { letterOf } from '../../../../shared/ui/options.ts'
import { decisionOptions, type Option, type Question } from '../../../../shared/vote.ts'
import { t } from '../../lib/speech.ts'
import { PRESETS } from './decisions.ts'

type Key = Parameters<typeof t>[0]
type Written = Pick<Question, 'title' | 'method' | 'options' | 'names' | 'bars' | 'decision'>

const OPEN = { names: 'open', bars: 'live', decision: null } as const
const SECRET = { names: 'secret', bars: 'reveal', decision: null } as const

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
    method: { type: 'approval', min: 1, max: 2 },
    options: written('electionOptions'),
  }),
  templatePoll: () => ({
    ...OPEN,
    title: t('pollTitle'),
    method: { type: 'single' },
    options: written('pollOptions'),
  }),
  templatePleased: () => ({
    ...OPEN,
    title: t('pleasedTitle'),
    method: { type: 'approval', min: 1, max: 5 },
    options: written('pleasedOptions'),
  }),
  templateBudget: () => ({
    ...OPEN,
    bars: 'reveal',
    title: t('budgetTitle'),
    method: { type: 'approval', min: 1, max: 3 },
    options: written('budgetOptions'),
  }),
} satisfies Partial<Record<Key, () => Written>>

/** One sentence holds all options, a line each. */
function written(key: Key): Option[] {
  return t(key)
    .split('\n')
    .map((text, place) => ({ id: letterOf(place).toLowerCase() as OptionId, text }))
}

import { checkMarks } from '../../shared/checks.ts'
import type { Marks } from '../../shared/marks.ts'
import type { OptionId } from '../../shared/ids.ts'
import type { Of } from '../../shared/method.ts'
import { plain } from '../../shared/plain.ts'
import type { Question } from '../../shared/vote.ts'

/** What a room writes into a field. */
const WORDS = ['나무', '그늘', '물', '쉼터', 'light', 'music', 'bench', '고양이', 'coffee', '산책']

const upTo = (most: number, skew = 1) => Math.floor(Math.random() ** skew * (most + 1))
const between = (least: number, most: number) => least + upTo(most - least)

/** What one simulated voter marks: a valid ballot of any form. Earlier options are liked better. */
export function choose(question: Question): Marks {
  const { method } = question
  switch (method.type) {
    case 'single':
    case 'decision':
      return liked(question, 1)
    case 'approval':
    case 'budget':
      return withinLimits(question, method)
    case 'ranked':
      return { ranks: liked(question, between(method.min, method.max)).map((id) => [id]) }
    case 'score': {
      const rated = question.options.filter(() => method.unrated === null || Math.random() < 0.8)
      return pointsOf(
        rated.map(({ id }, at) => [id, method.max - upTo(method.max - method.min, 2 / (at + 1))]),
      )
    }
    case 'points':
      return handedOut(question, method)
    case 'number':
      return {
        number: Math.round((between(method.min, method.max) + between(method.min, method.max)) / 2),
      }
    case 'text':
      return { texts: written(method) }
  }
}

const pointsOf = (given: [OptionId, number][]): Marks => ({ points: Object.fromEntries(given) })

/** So many different options, best liked first. */
function liked({ options }: Pick<Question, 'options'>, count: number): OptionId[] {
  const left = options.map(({ id }) => id)
  return Array.from({ length: count }, () => left.splice(upTo(left.length - 1, 1.5), 1)[0]!)
}

/** Taken as they are liked, each as long as the ballot could still be valid with it. */
function withinLimits(question: Question, method: Of<'approval'> | Of<'budget'>): OptionId[] {
  const { min, max } = method
  const quotas = (method.type === 'approval' && method.quotas) || []
  const wanted = between(min, max)
  const order = liked(question, question.options.length)
  const groupOf = (id: OptionId) => question.options.find((each) => each.id === id)?.group
  const asked = quotas.flatMap(({ group, min: least }) =>
    order.filter((id) => groupOf(id) === group).slice(0, least),
  )
  const marks = [...asked]
  for (const id of order) {
    const more = [...marks, id]
    const no = checkMarks(question, more)
    const isOver = !no.ok && /^ballot\/(too-many|over)/.test(no.refusal.code)
    if (marks.length < wanted && !marks.includes(id) && !isOver) marks.push(id)
  }
  return marks
}

function handedOut(question: Question, { each, min, max }: Of<'points'>): Marks {
  const given = new Map<OptionId, number>()
  for (let left = between(min, max); left > 0; left -= 1) {
    const open = question.options.filter(({ id }) => (given.get(id) ?? 0) < each)
    if (open.length === 0) break
    const [id] = liked({ options: open }, 1)
    given.set(id!, (given.get(id!) ?? 0) + 1)
  }
  return pointsOf([...given])
}

function written({ show, most, letters }: Of<'text'>): string[] {
  const word = () => [...WORDS[upTo(WORDS.length - 1, 1.5)]!].slice(0, letters).join('')
  const texts = Array.from({ length: between(1, most) }, () =>
    show === 'cloud' ? word() : [...`${word()} ${word()} ${word()}`].slice(0, letters).join(''),
  )
  return [...new Set(texts.map(plain))]
}

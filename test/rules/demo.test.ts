import { expect, it } from 'vitest'
import { KINDS } from '../../presenter/src/console/lib/kinds.ts'
import { choose } from '../../scripts/crowd/choose.ts'
import { demoQuestions } from '../../scripts/demo-agenda.ts'
import { checkMarks } from '../../shared/checks.ts'
import { checkQuestion } from '../../shared/vote.ts'
import { aQuestion } from '../support/builders.ts'

const asked = demoQuestions(25).map((each) => aQuestion(each))

it('[MK10] the demo asks a question of every kind', () => {
  const kinds = new Set(asked.map(({ method }) => method.type))
  expect(Object.keys(KINDS).filter((kind) => !kinds.has(kind as never))).toEqual([])
})

it.each(asked)('[MK10] “$title” can be opened and answered', (question) => {
  expect(checkQuestion(question)).toMatchObject({ ok: true })
  for (let voters = 0; voters < 50; voters += 1)
    expect(checkMarks(question, choose(question))).toMatchObject({ ok: true })
})

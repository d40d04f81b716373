import type { Live } from '../../../shared/client/live.svelte.ts'
import type { QuestionId } from '../../../shared/ids.ts'
import { blankMarks } from '../../../shared/marks.ts'
import type { Question } from '../../../shared/vote.ts'
import type { PhoneSnapshot } from '../../../shared/wire/events.ts'
import { Casting } from './casting.svelte.ts'
import { Drafts } from './drafts.svelte.ts'

/** One seat that this phone votes with: what is being filled in for it and what was cast. */
export class SeatHere {
  readonly live: Live<PhoneSnapshot>
  readonly casting: Casting
  readonly drafts: Drafts
  #changing = $state.raw<QuestionId | null>(null)

  /** `apart`: tells the drafts of other seats from those of the phone's own. */
  constructor(live: Live<PhoneSnapshot>, apart = '') {
    this.live = live
    this.drafts = new Drafts(apart)
    this.casting = new Casting(live, (id) => this.drafts.drop(id))
  }

  /** Is this voter about to replace a counted ballot? */
  isChanging(id: QuestionId): boolean {
    return this.#changing === id
  }

  startChange(question: Question): void {
    const held = this.casting.counted(question.id)
    this.drafts.of(question).set(held?.message.answers[0]?.marks ?? blankMarks(question.method))
    this.#changing = question.id
  }

  leaveChange(id: QuestionId): void {
    this.#changing = null
    this.drafts.drop(id)
  }

  cast(question: Question): void {
    this.#changing = null
    this.casting.cast(question.id, this.drafts.of(question).marks)
  }
}

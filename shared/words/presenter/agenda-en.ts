import { detailIn, type Sentence } from '../index.ts'
import type { agenda as koAgenda } from './agenda-ko.ts'

const n = detailIn('en')

export const agenda = {
  actImported: ({ about }) => `Imported questions: ${n(about)}`,
  copyQuestion: 'Copy question',
  moveUp: 'Move up',
  moveDown: 'Move down',

  templates: 'Start from an example',
  templateMotion: 'Motion',
  motionTitle: 'Shall this motion be carried?',
  templateElection: 'Election',
  electionTitle: 'Elect two members.',
  electionOptions: 'Candidate 1\nCandidate 2\nCandidate 3\nCandidate 4',
  templatePoll: 'Preference',
  pollTitle: 'When shall we meet next?',
  pollOptions: 'A weekday\nA weekday evening\nSaturday\nSunday',
  templatePleased: 'Feedback',
  pleasedTitle: 'Mark everything you liked today.',
  pleasedOptions: 'The subject\nThe chairing\nRoom to speak\nThe place\nThe time',
  templateBudget: 'Budget priorities',
  budgetTitle: 'Choose up to three projects to come first.',
  budgetOptions: 'Playground\nStreet lights\nSenior centre\nFestival\nTrees',
} satisfies Record<keyof typeof koAgenda, Sentence>

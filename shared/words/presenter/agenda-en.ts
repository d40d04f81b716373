import { detailIn, type Sentence } from '../index.ts'
import type { agenda as koAgenda } from './agenda-ko.ts'

const n = detailIn('en')

export const agenda = {
  actImported: ({ about }) => `Imported questions: ${n(about)}`,
  copyQuestion: 'Copy question',
  toAgenda: ({ count }) => `All questions (${n(count)}) ↓`,
  addBefore: 'Add before',
  testDraftText:
    'A vote to try the phones and the big screen with. Question and options are fixed, and no result of it is kept anywhere.',

  copyMeeting: 'New meeting like this',
  meetingCopied:
    'A new meeting like the other one, without its people, list, password and results. Rename it at the top.',
  exportFile: 'Save as a file',
  importOpen: 'Import questions',
  importTitle: 'Import questions',
  importPaste: 'Write or paste questions',
  importExample:
    'What shall we have for lunch?\n- Rice\n- Noodles\n\nShall the new rules be adopted?',
  importHow:
    'Leave an empty line between questions, and write options below, one a line. Without options it is yes, no and abstain. Rows copied from a spreadsheet are a question each.',
  importFile: 'Choose a file',
  importPreview: 'Questions to be added',
  importCount: ({ count }) =>
    Number(count) === 1
      ? 'One question is added at the end'
      : `${n(count)} questions are added at the end`,
  importLater: 'To mend once it is added:',
  importAdd: ({ count }) =>
    Number(count) === 1 ? 'Add one question' : `Add ${n(count)} questions`,
  importAddNone: 'Add',
  importFaults: ({ count }) =>
    Number(count) === 1
      ? 'One place has to be mended before anything is added.'
      : `${n(count)} places have to be mended before anything is added.`,
  importMoreFaults: ({ count }) => `And ${n(count)} more.`,
  importLine: ({ line }) => `Line ${n(line)}:`,
  importAt: ({ line, question }) => `Line ${n(line)}, question ${n(question)}:`,
  importUnreadable:
    'it cannot be read from here on. Look for a missing quotation mark, comma or bracket, or save the file again.',
  importNotOurs: 'this is no file of questions saved by mVoting. Choose another one.',
  importNewer: 'this file was saved by a newer mVoting. Update this server first.',
  importNothing: 'the file holds no question.',
  importTooMany: ({ questions }) => `up to ${n(questions)} come in at once. Import them in parts.`,
  importNoTitle: 'there is no question. Write what is asked.',
  importLongTitle: ({ title }) => `the question is longer than ${n(title)} letters. Shorten it.`,
  importLongOption: ({ option }) => `the option is longer than ${n(option)} letters. Shorten it.`,
  importTooManyOptions: ({ options }) =>
    `more than ${n(options)} options. Delete from here on, or make two questions.`,
  importUnknownName: ({ name }) => `“${name}” is unknown. Correct the name, or delete it.`,
  importWrongValue: ({ name }) =>
    name === ''
      ? 'a question stands between { and }.'
      : `“${name}” is missing or has a value that it cannot have. Compare it with a file saved here.`,

  preview: 'Preview',
  previewTitle: 'Preview · nothing is cast here',
  previewPhone: 'Phone',
  previewScreen: 'Big screen',
  moveUp: 'Move up',
  moveDown: 'Move down',

  templates: 'Start from an example',
  templateMotion: 'Motion',
  motionTitle: 'Shall this motion be carried?',
  templateTwoThirds: 'Two thirds',
  twoThirdsTitle: 'Shall the new rules be adopted?',
  templateBudgetLine: 'Budget line',
  budgetLineTitle: 'Shall 5,000 be spent on the festival?',
  templatePerson: 'Chair',
  personTitle: 'Elect a chair.',
  personOptions: 'Candidate 1\nCandidate 2\nCandidate 3',
  templateTest: 'Test: coffee or tea',
  templateElection: 'Election',
  electionTitle: 'Elect two members.',
  electionOptions: 'Candidate 1\nCandidate 2\nCandidate 3\nCandidate 4\nCandidate 5',
  templateRanked: 'Ranking',
  rankedTitle: 'Rank the candidates, best first.',
  rankedOptions: 'Candidate 1\nCandidate 2\nCandidate 3\nCandidate 4',
  templatePoll: 'Preference',
  pollTitle: 'When shall we meet next?',
  pollOptions: 'A weekday\nA weekday evening\nSaturday\nSunday',
  templatePleased: 'Feedback',
  pleasedTitle: 'How pleased are you with today?',
  pleasedOptions: 'The subject\nThe chairing\nRoom to speak\nThe place\nThe time',
  templateBudget: 'Budget priorities',
  budgetTitle: 'Choose up to three projects to come first.',
  budgetOptions: 'Playground\nStreet lights\nSenior centre\nFestival\nTrees',
  templatePurse: 'Budget',
  purseTitle: 'Which projects shall 100,000 EUR pay for?',
  purseOptions:
    '100000 EUR\nSunshade over the playground: 45000\nStreet lights: 32000\nHeating for the senior centre: 18000\nRain garden: 27000\nTrees: 12000',
  templateFields: 'By field',
  fieldsTitle: 'Choose one project in each field.',
  fieldsOptions:
    'Traffic: Street lights, Cycle lane\nWelfare: Senior centre, Shared kitchen\nNature: Trees, Rain garden',
  templateCloud: 'Word cloud',
  cloudTitle: 'Which words come to mind when you think of this place?',
} satisfies Record<keyof typeof koAgenda, Sentence>

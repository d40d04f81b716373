import { detailIn, type Sentence } from '../index.ts'
import type { audit as koAudit } from './audit-ko.ts'

const n = detailIn('en')

export const audit = {
  ballots: 'Ballots',
  ballotsTotals: 'Publish totals only',
  ballotsTotalsText:
    'Only those who recount see the ballots. Nobody else can easily check that one was filled in as they demanded.',
  ballotsPublished: 'Publish every ballot',
  ballotsPublishedText:
    'One by one and without names, so anybody can recount. But whoever demanded certain scores or ranks can recognise that ballot.',
  ballotsCodes:
    'With codes a voter can still show their ballot on the phone. Where pressure is a worry, switch codes off in the details.',
  auditors: 'Who recounts',
  auditorsExample: 'empty: the meeting’s owner',
  auditorsText: 'Everybody sees this before voting, and with the result.',
  auditFile: 'Save the auditors’ file',
  auditFileText:
    'It holds every ballot: hand it to those who recount and to nobody else. That it was saved stands in the record of deeds.',
  auditOpen: 'Open the page that recounts',
  actAudited: ({ about }) => `Auditors’ file saved: ${n(about)}`,
} satisfies Record<keyof typeof koAudit, Sentence>

import { formatNumber, plural, type Sentence } from '../index.ts'
import type { team as ko } from './team-ko.ts'

const n = (value: number | string | undefined) =>
  typeof value === 'number' ? formatNumber('en', value) : (value ?? '')

export const team = {
  viewTeam: 'Team',
  viewMeetings: 'Meetings',

  signIn: 'Sign in',
  signInText: 'If you have set a sign-in name and a password, they let you in here.',
  login: 'Sign-in name',
  password: 'Password',

  team: 'Who runs meetings here',
  nameless: 'No name yet',
  itsMe: '(you)',
  role: 'Role',
  roleOwner: 'Owner',
  roleOwnerText:
    'Runs meetings, invites and removes people, deletes meetings, saves auditors’ files.',
  roleFacilitator: 'Facilitator',
  roleFacilitatorText: 'Makes and runs meetings.',
  atDesk: 'at a desk now',
  invited: 'has not opened the link yet',
  inviteName: 'Name of the person to invite',
  invite: 'Make an invitation link',
  sendLink: ({ name }) => `Send this invitation link to ${name}`,
  inviteLink: 'Invitation link',
  inviteLinkText: 'It works once, within 7 days, and is shown only now: send it at once.',
  newLink: 'New link',
  newLinkSure: 'Sign them out and make a new link',
  removeMember: 'Remove',
  removeMemberSure: 'Really remove',

  ownAccount: 'Your account',
  ownName: 'Name',
  ownNameText: 'Those who run meetings with you see it.',
  noPassword:
    'With a sign-in name and a password you can get in from other devices without a link.',
  hasPassword:
    'This name and its password let you in from other devices. A new one signs you out in all other browsers.',
  newPassword: ({ least }) => `New password (${n(least)} characters or more)`,
  setPassword: 'Save password',
  passwordKept: 'Saved. You are signed out in all other browsers.',
  signOut: 'Sign out on this device',

  acts: 'What was done lately',
  actsNone: 'Nothing yet.',
  actOpened: ({ about }) => `Opened: ${about}`,
  actClosed: ({ about }) => `Closed: ${about}`,
  actRevealed: ({ about }) => `Revealed: ${about}`,
  actFloorOn: 'Took questions from the floor',
  actFloorOff: 'Stopped taking questions from the floor',
  actTexts: ({ about }) => `Changed the answers on show: ${about}`,
  actRemoved: ({ about }) => (about === '' ? 'Deleted an empty question' : `Deleted: ${about}`),
  actReopened: ({ about }) => `Opened again: ${about}`,
  actExtended: ({ about }) => `Changed the time: ${about}`,
  actUntimed: ({ about }) => `Took the timer away: ${about}`,
  actNamed: ({ about }) => `Renamed the meeting: ${about}`,
  actHelper: 'Link of the helper’s device made',
  actRule: 'Changed how people are checked',
  actAdmitted: ({ number }) => `Let in number ${number}`,
  actTurnedAway: ({ number }) => `Turned away number ${number}`,

  meetings: 'Meetings',
  untitledMeeting: 'Meeting without a name',
  questionsCount: ({ count }) =>
    `${n(count)} ${plural('en', Number(count), { one: 'question', other: 'questions' })}`,
  thisMeeting: 'the one you see now',
  newMeeting: 'New meeting',
  newMeetingText: 'Each meeting has its own join code, questions and people.',
  makeMeeting: 'Make the meeting',
  removeMeeting: 'Delete',
  removeMeetingSure: 'Delete with all results',
} satisfies Record<keyof typeof ko, Sentence>

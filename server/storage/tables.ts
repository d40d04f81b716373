/** The tables as Kysely sees them. JSON columns are parsed in the row readers, once. */
export interface Tables {
  meeting: MeetingTable
  question: QuestionTable
  roll: RollTable
  arrival: ArrivalTable
  door_code: DoorCodeTable
  withdrawal: WithdrawalTable
  roster: RosterTable
  proxied: ProxiedTable
  account: AccountTable
  session: SessionTable
  invitation: InvitationTable
  act: ActTable
  floor: FloorTable
  floor_vote: FloorVoteTable
}

interface MeetingTable {
  id: string
  code: string
  /** The meeting and how it stands, as JSON. */
  body: string
}

interface QuestionTable {
  id: string
  meeting: string
  place: number
  /** The question and all that happened to it, as JSON. */
  body: string
}

interface RollTable {
  vote: string
  seat: number
  voter_key: string
}

interface ArrivalTable {
  vote: string
  voter_key: string
  number: number
  /** Outcomes only, as JSON: never a coordinate. */
  proven: string
  asked: number
  turned_away: number
}

interface DoorCodeTable {
  vote: string
  number: number
  hash: string
  /** The voter key that it admitted. */
  spent_by: string | null
}

interface WithdrawalTable {
  vote: string
  voter_key: string
}

interface RosterTable {
  vote: string
  number: number
  name: string
  key_hash: string
  /** The voter key of the device that stands for this entry. */
  device: string | null
  /** As it was typed; null: one vote. */
  weight: string | null
  /** The number of who holds this one's voice. */
  proxy: number | null
}

interface ProxiedTable {
  vote: string
  voter_key: string
  absent: number
  /** The question in which the seat stays where it was. */
  stays: string | null
}

interface AccountTable {
  number: number
  name: string
  role: string
  login: string | null
  /** As server/outside/passwords.ts writes it. */
  password: string | null
  since: number
  removed: number
}

interface SessionTable {
  device_key: string
  account: number
  until: number
}

interface InvitationTable {
  token_hash: string
  account: number
  until: number
}

interface ActTable {
  number: number
  meeting: string
  at: number
  account: number
  deed: string
  about: string
}

interface FloorTable {
  vote: string
  id: string
  /** In the order in which they came; no time stands beside it. */
  number: number
  text: string
  state: string
  /** 1: by somebody at the desk. */
  looked: number
}

interface FloorVoteTable {
  vote: string
  id: string
  /** A keyed hash of question and seat. */
  voter: string
}

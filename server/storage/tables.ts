/** The tables as Kysely sees them. JSON columns are parsed in the row readers, once. */
export interface Tables {
  meeting: MeetingTable
  question: QuestionTable
  roll: RollTable
  arrival: ArrivalTable
  facilitator: FacilitatorTable
  door_code: DoorCodeTable
  withdrawal: WithdrawalTable
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

interface FacilitatorTable {
  device_key: string
  since: number
}

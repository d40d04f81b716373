declare const brand: unique symbol
type Branded<T, Name extends string> = T & { readonly [brand]: Name }

export type MeetingId = Branded<string, 'MeetingId'>
export type QuestionId = Branded<string, 'QuestionId'>
export type OptionId = Branded<string, 'OptionId'>
/** 16 random bytes made by the phone, as 32 hex digits: the same id again is the same cast. */
export type BallotId = Branded<string, 'BallotId'>
/** A voter's place on the roll of one vote: a small integer from 1, in order of admission. */
export type Seat = Branded<number, 'Seat'>
/** 16 bytes as 32 hex digits, drawn by the phone for one question; never rendered as text. */
export type Nonce = Branded<string, 'Nonce'>
/** SHA-256 over one question's marks, as 64 hex digits. */
export type Leaf = Branded<string, 'Leaf'>
/** Six characters of `CODE_ALPHABET`, in capitals. */
export type JoinCode = Branded<string, 'JoinCode'>

/** No 0 O 1 I L: read aloud across a hall and typed by hand without a mistake. */
export const CODE_ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
export const CODE_LENGTH = 6

/** What somebody typed, as a code: capitals, without spaces and dashes. It may still be wrong. */
export function asCode(typed: string): JoinCode {
  return typed.toUpperCase().replace(/[\s-]/g, '') as JoinCode
}

/** Printed on a sticker, good for one admission (D33): 39 bits. */
export const DOOR_LENGTH = 8

/** A personal code where somebody on the list has no number of their own: 49 bits, printed once. */
export const MEMBER_LENGTH = 10

export function isCode(text: string): text is JoinCode {
  return text.length === CODE_LENGTH && isOfCodes(text)
}

export function isDoorCode(text: string): boolean {
  return text.length === DOOR_LENGTH && isOfCodes(text)
}

function isOfCodes(text: string): boolean {
  return [...text].every((letter) => CODE_ALPHABET.includes(letter))
}

/** A password or member number as heard or read: letters of both sizes are one, blanks and dashes none. */
export function asSecret(typed: string): string {
  return typed.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '')
}

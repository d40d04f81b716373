/** An instant as ISO 8601, cut to the minute: seconds would tell who voted last. */
export function toMinute(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16)}Z`
}

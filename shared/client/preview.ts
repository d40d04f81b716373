import type { JoinCode } from '../ids.ts'
import type { Question } from '../vote.ts'

/** What the desk lets its own frames show: a question as it would stand before everybody. */
export interface Pictured {
  question: Question
  /** Of the meeting. */
  title: string
  code: JoinCode
  /** Where phones reach the server. */
  address: string
  look: { theme: 'dark' | 'light'; large: boolean }
}

const READY = 'mv.preview'
const LEAVE = 'mv.leave'

/** The page in the frame: asks for what it shall show, and takes it from our own desk around it alone. */
export function takePictures(show: (pictured: Pictured) => void): void {
  let before = ''
  addEventListener('message', ({ origin, source, data }: MessageEvent) => {
    if (origin !== location.origin || source !== parent || parent === window) return
    // What has not changed must not take away what somebody tries in it.
    const now = JSON.stringify(data)
    if (now !== before) show(data as Pictured)
    before = now
  })
  // Keys that are pressed in a frame do not reach the dialog around it.
  addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') parent.postMessage(LEAVE, location.origin)
  })
  parent.postMessage(READY, location.origin)
}

/** The desk: shows this in a frame of its own, now and whenever the frame's page starts. */
export function showIn(
  frame: HTMLIFrameElement,
  pictured: Pictured,
  onleave: () => void,
): () => void {
  const send = () => frame.contentWindow?.postMessage(pictured, location.origin)
  const answer = ({ origin, source, data }: MessageEvent) => {
    if (origin !== location.origin || source !== frame.contentWindow) return
    if (data === READY) send()
    if (data === LEAVE) onleave()
  }
  addEventListener('message', answer)
  send()
  return () => removeEventListener('message', answer)
}

import { asCode, isCode, type JoinCode } from '../../../../shared/ids.ts'

/** The pages of the desk, by the last part of their address: `/present/CODE/people`. */
export const VIEWS = ['run', 'floor', 'people', 'screens', 'minutes', 'team', 'meetings'] as const
export type View = (typeof VIEWS)[number]

const isView = (part: string | undefined): part is View => VIEWS.includes(part as View)

/** Where in the desk this window is; the browser's own back and forward move it. */
class Place {
  #parts = $state.raw(partsOf(location.pathname))

  constructor() {
    addEventListener('popstate', () => (this.#parts = partsOf(location.pathname)))
  }

  /** The meeting that the address names; null: the one there is. */
  get code(): JoinCode | null {
    const named = this.#parts.find((part) => !isView(part) && isCode(asCode(part)))
    return named === undefined ? null : asCode(named)
  }

  get view(): View {
    return this.#parts.find(isView) ?? 'run'
  }

  href(view: View): string {
    const parts = ['/present', this.code, view === 'run' ? null : view]
    return parts.filter((part) => part !== null).join('/')
  }

  go(view: View): void {
    history.pushState(null, '', this.href(view))
    this.#parts = partsOf(location.pathname)
    scrollTo({ top: 0 })
  }
}

function partsOf(path: string): string[] {
  return path.split('/').slice(2).filter(Boolean)
}

export const place = new Place()

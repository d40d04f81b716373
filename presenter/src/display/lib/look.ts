import type { Screen } from '../../../../shared/wire/screens.ts'

/** Puts the look on the whole page: colours and the unit of type live there (screen.css). */
export function dress({ theme, large }: Screen['look']): void {
  const { dataset } = document.documentElement
  dataset.look = theme
  dataset.type = large ? 'large' : 'usual'
}

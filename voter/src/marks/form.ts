import type { Method } from '../../../shared/method.ts'

/** How a ballot is filled in: by its method, but with groups it looks another way. */
export type Form = Method['type'] | 'grouped'
/** In the first load of the phone; all others come with the first question that asks for them. */
export type FirstForm = 'single' | 'approval' | 'decision'

export function formOf(method: Method): Form {
  return method.type === 'approval' && method.quotas?.length ? 'grouped' : method.type
}

export const isFirst = (form: Form): form is FirstForm =>
  form === 'single' || form === 'approval' || form === 'decision'

import { z } from 'zod'

/** Settings out of the environment: all optional, all checked at once. `.env.example` names each. */
const schema = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().min(1).default('0.0.0.0'),
  DATA_DIR: z.string().min(1).default('./data'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .transform((url) => new URL(url).origin)
    .optional(),
  LOG: z.enum(['silent', 'error', 'warn', 'info']).default('warn'),
})

export type Config = z.infer<typeof schema>
export const SETTINGS = Object.keys(schema.shape)

/** The settings, or every wrong one with what it should be. An empty value counts as not set. */
export function readConfig(environment: NodeJS.ProcessEnv): Config | { wrong: string[] } {
  const given = SETTINGS.flatMap((key) => (environment[key] ? [[key, environment[key]]] : []))
  const parsed = schema.safeParse(Object.fromEntries(given))
  if (parsed.success) return parsed.data
  return {
    wrong: parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`),
  }
}

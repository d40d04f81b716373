import { z } from 'zod'
import { certificateFaults, type CertificateFiles } from './outside/certificate.ts'
import { isTrust } from './proxies.ts'

/** An address of map tiles: https only, one host, its three numbers and perhaps a subdomain's letter. */
const TILES =
  /^https:\/\/(\{s\}\.)?[a-z0-9.-]+(:\d+)?\/(?=\S*\{z\})(?=\S*\{x\})(?=\S*\{y\})[^\s;,'"]*$/i

/** Where tiles of this address come from, as a content policy names it. */
export function tileOrigin(address: string): string {
  return address.split('/').slice(0, 3).join('/').replace('{s}.', '*.')
}

/** Settings out of the environment: all optional, all checked at once. `.env.example` names each. */
const schema = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().min(1).default('0.0.0.0'),
  DATA_DIR: z.string().min(1).default('./data'),
  DATABASE_URL: z
    .url({
      protocol: /^postgres(ql)?$/,
      error:
        'postgres://사용자:비밀번호@호스트/데이터베이스 꼴이어야 합니다 · must look like postgres://user:password@host/database',
    })
    .optional(),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .transform((url) => new URL(url).origin)
    .optional(),
  TLS_CERT: z.string().optional(),
  TLS_KEY: z.string().optional(),
  TRUST_PROXY: z
    .string()
    .refine(isTrust, {
      error:
        '프록시의 수, 주소, CIDR 또는 loopback이어야 합니다 · must be a number of proxies, addresses, CIDR networks or loopback',
    })
    .optional(),
  MAP_TILES: z
    .string()
    .refine((address) => TILES.test(address), {
      error:
        'https://…/{z}/{x}/{y}.png 꼴이어야 합니다 · must be like https://tiles.example/{z}/{x}/{y}.png',
    })
    .optional(),
  MAP_CREDIT: z.string().max(200).default(''),
  LOG: z.enum(['silent', 'error', 'warn', 'info']).default('warn'),
})

type Settings = z.infer<typeof schema>
/** The settings, with both files of a certificate or neither. */
export type Config = Omit<Settings, keyof CertificateFiles> & { tls: CertificateFiles | null }
export const SETTINGS = Object.keys(schema.shape)

/** The settings, or every wrong one with what it should be. An empty value counts as not set. */
export function readConfig(environment: NodeJS.ProcessEnv): Config | { wrong: string[] } {
  const given: Partial<Record<string, string>> = Object.fromEntries(
    SETTINGS.flatMap((key) => (environment[key] ? [[key, environment[key]]] : [])),
  )
  const parsed = schema.safeParse(given)
  const issues = parsed.success ? [] : parsed.error.issues
  const wrong = [
    ...issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`),
    ...certificateFaults(given),
  ]
  if (!parsed.success || wrong.length > 0) return { wrong }
  const { TLS_CERT, TLS_KEY, ...settings } = parsed.data
  return { ...settings, tls: TLS_CERT && TLS_KEY ? { TLS_CERT, TLS_KEY } : null }
}

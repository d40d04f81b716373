import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

/** A certificate that nobody signed, for these names: 'DNS:hall.test', 'IP:127.0.0.1'. */
export function aCertificate(folder: string, name: string, names: string[]) {
  const TLS_CERT = join(folder, `${name}.pem`)
  const TLS_KEY = join(folder, `${name}-key.pem`)
  const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2']
  const subject = ['-subj', `/CN=${name}`, '-addext', `subjectAltName=${names.join()}`]
  const out = ['-keyout', TLS_KEY, '-out', TLS_CERT]
  execFileSync('openssl', ['req', '-x509', ...kind, ...subject, ...out], { stdio: 'ignore' })
  return { TLS_CERT, TLS_KEY }
}

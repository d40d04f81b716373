import { createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { isIP } from 'node:net'

/** Where certificate (with its chain) and private key lie, as PEM. */
export interface CertificateFiles {
  TLS_CERT: string
  TLS_KEY: string
}

/** Both files as `https` takes them. */
export function readCertificate({ TLS_CERT, TLS_KEY }: CertificateFiles) {
  return { cert: readFileSync(TLS_CERT), key: readFileSync(TLS_KEY) }
}

/** What is wrong with these files, in Korean and English; nothing where they fit. */
export function certificateFaults({ TLS_CERT, TLS_KEY }: Partial<CertificateFiles>): string[] {
  if (TLS_CERT === undefined && TLS_KEY === undefined) return []
  if (TLS_KEY === undefined)
    return ['TLS_KEY: TLS_CERT와 함께 정해야 합니다 · is needed beside TLS_CERT']
  if (TLS_CERT === undefined)
    return ['TLS_CERT: TLS_KEY와 함께 정해야 합니다 · is needed beside TLS_KEY']

  const faults: string[] = []
  const read = <T>(name: string, path: string, parse: (pem: Buffer) => T, not: string) => {
    const pem = textOf(path)
    if (pem === null)
      faults.push(`${name}: 파일을 읽을 수 없습니다 · the file cannot be read (${path})`)
    else
      try {
        return parse(pem)
      } catch {
        faults.push(`${name}: ${not} (${path})`)
      }
    return null
  }
  const certificate = read(
    'TLS_CERT',
    TLS_CERT,
    (pem) => new X509Certificate(pem),
    'PEM 형식의 인증서가 아닙니다 · is not a certificate in PEM form',
  )
  const key: KeyObject | null = read(
    'TLS_KEY',
    TLS_KEY,
    createPrivateKey,
    '암호 없는 PEM 형식의 개인 키가 아닙니다 · is not a private key in PEM form without a passphrase',
  )
  if (certificate && key && !certificate.checkPrivateKey(key))
    faults.push('TLS_KEY: TLS_CERT와 짝이 맞지 않습니다 · does not belong to TLS_CERT')
  return faults
}

/**
 * The host to put into addresses: the given one where the certificate is for it, else the first name
 * of the certificate, because browsers would refuse the other.
 */
export function certifiedHost({ cert }: { cert: Buffer }, host: string): string {
  const certificate = new X509Certificate(cert)
  if (isIP(host) ? certificate.checkIP(host) : certificate.checkHost(host)) return host
  const names = (certificate.subjectAltName ?? '').split(', ')
  const own = names.find((name) => name.startsWith('DNS:') && !name.includes('*'))
  return own?.slice('DNS:'.length) ?? host
}

function textOf(path: string): Buffer | null {
  try {
    return readFileSync(path)
  } catch {
    return null
  }
}

import { createServer, type RequestListener, type Server } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { Log } from '../ports.ts'
import { certificateFaults, readCertificate, type CertificateFiles } from './certificate.ts'

/**
 * The one server of pages, API and sockets: plain, or over TLS with these files. SIGHUP reads them
 * anew, for a certificate that was renewed; files that do not fit leave the old one in place.
 */
export function createListener(
  tls: CertificateFiles | null,
  { log, answer }: { log: Log; answer: RequestListener },
): Server {
  if (!tls) return createServer(answer)
  const server = createTlsServer(readCertificate(tls), answer)
  process.on('SIGHUP', () => {
    try {
      const faults = certificateFaults(tls)
      if (faults.length > 0) throw new Error(faults.join('; '))
      // A chain may be damaged behind its first certificate, and a file replaced between two looks.
      server.setSecureContext(readCertificate(tls))
    } catch (fault) {
      log.error('tls/reload', fault)
    }
  })
  return server
}

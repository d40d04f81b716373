import type { Server } from 'socket.io'

interface Frames {
  wsPreEncodedFrame?: Buffer[]
}

/** Not of socket.io's public face: where it is missing, all works as before, a little slower. */
interface Encoding {
  _encode?: (packet: unknown, options: Frames) => unknown
}

/**
 * A frame that goes to a whole hall in one buffer instead of head and body: one write to each phone
 * instead of two, an eighth of what a broadcast costs (performance, section 2).
 */
export function sendInOneBuffer(io: Server): void {
  const adapter = io.of('/').adapter as unknown as Encoding
  const encode = adapter._encode?.bind(adapter)
  if (!encode) return
  adapter._encode = (packet, options) => {
    const encoded = encode(packet, options)
    if (options.wsPreEncodedFrame)
      options.wsPreEncodedFrame = [Buffer.concat(options.wsPreEncodedFrame)]
    return encoded
  }
}

/** Both ends name it at the handshake; a page that speaks another one loads itself anew. */
export const PROTOCOL = 1

/** Bytes of a cast message as JSON: all ballots are padded to this size, so a length tells no choice (D8). */
export const CAST_SIZE = 2048

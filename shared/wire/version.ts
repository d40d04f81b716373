/** Both ends name it at the handshake; a page that speaks another one loads itself anew. */
export const PROTOCOL = 1

/**
 * Bytes of the largest message of a socket, more of which closes it: a question with forty options of
 * 120 letters, of which JSON makes six bytes each at worst.
 */
export const LARGEST_MESSAGE = 40_960

/** Bytes of a cast message as JSON: all ballots are padded to this size, so a length tells no choice (D8). */
export const CAST_SIZE = 2048

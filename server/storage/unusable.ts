/** The data cannot be used; the message is for whoever starts the server. */
export class Unusable extends Error {}
